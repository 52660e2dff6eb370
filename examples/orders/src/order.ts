import type { AttributeValue } from "@aws-sdk/client-dynamodb";

export type Order = {
	readonly id: string;
	readonly customerId: string;
	readonly status: string;
	readonly total: number;
	readonly createdAt: string;
	readonly items: readonly OrderItem[];
};

export type OrderItem = { readonly sku: string; readonly quantity: number };

/** The order as DynamoDB stores it. */
export function toRecord(order: Order): Record<string, AttributeValue> {
	return {
		id: { S: order.id },
		customerId: { S: order.customerId },
		status: { S: order.status },
		total: { N: order.total.toFixed(2) },
		createdAt: { S: order.createdAt },
		items: {
			L: order.items.map(({ sku, quantity }) => ({ M: { sku: { S: sku }, quantity: { N: String(quantity) } } })),
		},
	};
}

/** The order that a record of the table holds. */
export function fromRecord(record: Record<string, AttributeValue>): Order {
	return {
		id: record["id"]?.S ?? "",
		customerId: record["customerId"]?.S ?? "",
		status: record["status"]?.S ?? "",
		total: Number(record["total"]?.N),
		createdAt: record["createdAt"]?.S ?? "",
		items: (record["items"]?.L ?? []).map(({ M }) => ({
			sku: M?.["sku"]?.S ?? "",
			quantity: Number(M?.["quantity"]?.N),
		})),
	};
}
