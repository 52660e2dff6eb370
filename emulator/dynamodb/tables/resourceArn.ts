import { AwsError } from "../../aws/awsError.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { accessDenied, invalidParameters } from "../errors.ts";
import type { Table } from "./table.ts";

/** The table that a request names by the ARN of a resource. */
export function tableOfArn(
	{ account, region, tables }: Pick<Dynamodb, "account" | "region" | "tables">,
	arn: string,
): Table {
	if (!arn.startsWith("arn:")) throw invalidParameters(`ARNs must start with 'arn:': ${arn}`);
	const [, , service, where, owner, resource = ""] = arn.split(":");
	if (service !== "dynamodb") throw invalidParameters(`Provided Arn is not a DynamoDB resource arn: ${arn}`);
	if (!/^table\/[^/]+$/.test(resource)) {
		throw invalidParameters(
			`Invalid resource arn provided, only table or stream is accepted. Provided resource arn: ${arn}`,
		);
	}
	// Of others' resources AWS does not say whether they are missing or forbidden; of one's own it does (measured in October 2026).
	if (owner !== account || where !== region) {
		throw accessDenied(`User is not authorized to perform this operation on resource: ${arn}`);
	}
	const table = tables.find(resource.slice("table/".length));
	if (table === undefined) {
		throw new AwsError("ResourceNotFoundException", `Requested resource not found: ResourceArn: ${arn} not found`);
	}
	return table;
}
