import { AwsError } from "../../aws/awsError.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { invalidParameters, tableNotFound, validationError } from "../errors.ts";
import { statusOf, type Table } from "../tables/table.ts";

/** The table whose policy, or whose stream's, a request is about. What is said of other ARNs was measured on AWS (October 2026). */
export function policyResource(
	{ account, region, clock, tables, streams }: Pick<Dynamodb, "account" | "region" | "clock" | "tables" | "streams">,
	arn: string,
): Table {
	if (!arn.startsWith("arn:")) throw invalidParameters(`ARNs must start with 'arn:': ${arn}`);
	const [, partition, service, where, owner, ...rest] = arn.split(":");
	const resource = rest.join(":");
	if (service !== "dynamodb" || /\/backup\//.test(resource)) {
		throw invalidParameters(`Provided Arn is not a DynamoDB resource arn: ${arn}`);
	}
	const [, name = "", , label] = /^table\/([\w.-]+)(\/stream\/(.+))?$/.exec(resource) ?? [];
	if (name === "") {
		throw invalidParameters(
			`Invalid resource arn provided, only table or stream is accepted. Provided resource arn: ${arn}`,
		);
	}
	if (partition !== "aws" || where !== region) throw invalidParameters(`Invalid resource Arn: ${arn}`);
	if (owner !== account) {
		throw validationError("This action is only supported by accounts that match the resource owner’s account.");
	}
	const table = tables.find(name);
	if (table === undefined || statusOf(table, clock.now()) === "CREATING") throw tableNotFound(name);
	if (label !== undefined && streams.find(arn) === undefined) {
		throw new AwsError(
			"ResourceNotFoundException",
			`Requested resource not found: Stream: ${label} not found for Table: ${name}`,
		);
	}
	return table;
}
