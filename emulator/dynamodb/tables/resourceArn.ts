import { accessDenied, invalidParameters } from "../errors.ts";
import type { Table } from "./table.ts";
import type { Tables } from "./tables.ts";

/** The table that a request names by the ARN of a resource. */
export function tableOfArn(tables: Tables, arn: string): Table {
	if (!arn.startsWith("arn:")) throw invalidParameters(`ARNs must start with 'arn:': ${arn}`);
	const [, , service, , , resource = ""] = arn.split(":");
	if (service !== "dynamodb") throw invalidParameters(`Provided Arn is not a DynamoDB resource arn: ${arn}`);
	if (!/^table\/[^/]+$/.test(resource)) {
		throw invalidParameters(
			`Invalid resource arn provided, only table or stream is accepted. Provided resource arn: ${arn}`,
		);
	}
	const table = tables.find(resource.slice("table/".length));
	// AWS does not say whether a resource is missing or forbidden.
	if (table === undefined) {
		throw accessDenied(`User is not authorized to perform this operation on resource: ${arn}`);
	}
	return table;
}
