import { child, childText } from "../node.ts";
import type { Resource } from "../template.ts";
import { made } from "./made.ts";
import { checkProperties, pick } from "./properties.ts";
import type { Report, Transformed } from "./transformed.ts";

/** `AWS::Serverless::SimpleTable`: a table with a partition key only, on demand unless it says otherwise. */
export function simpleTableResources(resource: Resource, report: Report): Transformed {
	const { properties } = resource;
	const plain = ["TableName", "ProvisionedThroughput", "SSESpecification", "PointInTimeRecoverySpecification"];
	checkProperties(properties, { owner: resource.type, known: ["PrimaryKey", "Tags", ...plain], missing: [] }, report);
	const key = child(properties, "PrimaryKey");
	const name = childText(key, "Name") ?? "id";
	const type = attributeTypes[childText(key, "Type") ?? "String"];
	const isProvisioned = child(properties, "ProvisionedThroughput") !== undefined;
	const table = made(resource, resource.logicalId, "AWS::DynamoDB::Table", {
		...pick(properties, plain),
		Tags: tagList(child(properties, "Tags")),
		AttributeDefinitions: [{ AttributeName: name, AttributeType: type ?? childText(key, "Type") }],
		KeySchema: [{ AttributeName: name, KeyType: "HASH" }],
		BillingMode: isProvisioned ? undefined : "PAY_PER_REQUEST",
	});
	return { resources: [table] };
}

const attributeTypes: Readonly<Record<string, string>> = { String: "S", Number: "N", Binary: "B" };

/** SAM writes tags as a map, CloudFormation as a list. */
export function tagList(tags: ReturnType<typeof child>) {
	if (tags?.kind !== "map") return tags;
	return [...tags.entries].map(([Key, { value }]) => ({ Key, Value: value }));
}
