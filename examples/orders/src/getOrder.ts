import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { fromRecord } from "./order.ts";

/** What this handler reads of API Gateway's proxy event. */
type Request = { readonly pathParameters: { readonly id?: string } | null };
type Response = { readonly statusCode: number; readonly headers: Record<string, string>; readonly body: string };

// Made once, and used by every request that this execution environment serves.
const dynamodb = new DynamoDBClient();

/** GET /orders/{id}, by AWS_PROXY: the function answers with status, headers and body. */
export async function handler(request: Request): Promise<Response> {
	const id = request.pathParameters?.id ?? "";
	const { Item } = await dynamodb.send(
		new GetItemCommand({ TableName: process.env["ORDERS_TABLE"], Key: { id: { S: id } } }),
	);
	return Item === undefined ? answer(404, { message: `There is no order ${id}.` }) : answer(200, fromRecord(Item));
}

function answer(statusCode: number, body: unknown): Response {
	return {
		statusCode,
		headers: { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" },
		body: JSON.stringify(body),
	};
}
