import { ConditionalCheckFailedException, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { type Order, type OrderItem, toRecord } from "./order.ts";
import { priceOf } from "./prices.ts";

/** What templates/create-order.request.vtl makes of the client's request. */
type NewOrder = {
	readonly id: string;
	readonly customerId: string;
	readonly items: readonly OrderItem[];
	readonly requestId: string;
};

const dynamodb = new DynamoDBClient();

/**
 * POST /orders, behind mapping templates: the function knows nothing of HTTP. What it returns goes through
 * templates/create-order.response.vtl; the kind of an error it throws chooses the status, in template.yaml.
 */
export async function handler({ id, customerId, items, requestId }: NewOrder): Promise<Order> {
	const order: Order = {
		id,
		customerId,
		items,
		status: "placed",
		total: total(items),
		createdAt: new Date().toISOString(),
	};
	try {
		await dynamodb.send(
			new PutItemCommand({
				TableName: process.env["ORDERS_TABLE"],
				Item: toRecord(order),
				ConditionExpression: "attribute_not_exists(id)",
			}),
		);
	} catch (error) {
		if (!(error instanceof ConditionalCheckFailedException)) throw error;
		throw new Error(`[Conflict] There is an order ${id} already.`, { cause: error });
	}
	console.log(`Order ${id} of ${customerId} placed by request ${requestId}`);
	return order;
}

function total(items: readonly OrderItem[]): number {
	let sum = 0;
	for (const { sku, quantity } of items) {
		const price = priceOf(sku);
		if (price === undefined) throw new Error(`[BadRequest] There is no article ${sku}.`);
		sum += price * quantity;
	}
	return Math.round(sum * 100) / 100;
}
