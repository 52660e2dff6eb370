/** A request to DynamoDB: an operation's name and its members, as JSON. */
export type Call = { readonly operation: string; readonly request: Readonly<Record<string, unknown>> };

export type Json = Readonly<Record<string, unknown>>;

export type Refusal = { readonly error: string; readonly message: string; readonly more: Json };
export type Answer = Refusal | { readonly result: Json };

/** Sends a call as any AWS client would, and reads the answer. */
export async function send(endpoint: string, { operation, request }: Call): Promise<Answer> {
	const service = streamOperations.has(operation) ? "DynamoDBStreams_20120810" : "DynamoDB_20120810";
	const response = await fetch(endpoint, {
		method: "POST",
		headers: {
			"content-type": "application/x-amz-json-1.0",
			"x-amz-target": `${service}.${operation}`,
			"x-amz-date": "20260101T000000Z",
			authorization:
				"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none",
		},
		body: JSON.stringify(request),
		// A server that hangs is a finding, not a wait.
		signal: AbortSignal.timeout(30_000),
	});
	// What an AWS service answers is an object.
	const body = (await response.json()) as Json;
	if (response.ok) return { result: body };
	const { __type, message, Message, ...more } = body;
	return { error: String(__type).replace(/^.*#/, ""), message: String(message ?? Message), more };
}

const streamOperations = new Set(["ListStreams", "DescribeStream", "GetShardIterator", "GetRecords"]);
