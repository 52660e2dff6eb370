import { names } from "../names.ts";
import { child, childText } from "../node.ts";
import { changedProperties, memberOf, warnNotUpdated } from "./patches.ts";
import {
	besides,
	type Deployed,
	generatedName,
	gone,
	type Hands,
	type Resolved,
	type ResourceType,
	requestOf,
} from "./resourceType.ts";
import { tableChanges, tableProperties } from "./tableChanges.ts";
import { besidesTable, setBesides } from "./tableSettings.ts";

export const dynamodbTable: ResourceType = {
	// AttributeDefinitions alone may change with an index; the key schema and local indexes are for a table's life.
	replacedBy: ["TableName", "KeySchema", "LocalSecondaryIndexes", "ImportSourceSpecification"],
	namedBy: "TableName",
	async create(resource, hands) {
		const request = tableOf(resource, hands);
		const name = childText(resource.properties, "TableName") ?? generatedName(resource, hands, 255);
		const answer = await hands.call("dynamodb", "CreateTable", { ...request, TableName: name });
		await besides(resource, "TimeToLiveSpecification", hands, () => setTimeToLive(resource, name, hands));
		const table = deployed(name, answer["TableDescription"]);
		const given = [...resource.properties.entries.keys()].filter((property) => property !== "Tags");
		await setBesides(resource, { name, arn: table.attributes["Arn"] ?? "" }, given, hands);
		return table;
	},
	async update(resource, before, hands) {
		const name = before.ref;
		const changed = changedProperties(resource, before);
		for (const request of tableChanges(resource, before, changed, tableOf(resource, hands))) {
			await hands.call("dynamodb", "UpdateTable", { TableName: name, ...request });
		}
		for (const property of changed.filter((it) => !updatable.includes(it))) warnNotUpdated(property, resource, hands);
		if (changed.includes("TimeToLiveSpecification")) await setTimeToLive(resource, name, hands);
		await setBesides(resource, { name, arn: before.attributes["Arn"] ?? "" }, changed, hands);
		const answer = await hands.call("dynamodb", "DescribeTable", { TableName: name });
		return deployed(name, answer["Table"]);
	},
	async delete({ ref }, { call }) {
		await gone(call("dynamodb", "DeleteTable", { TableName: ref }));
	},
	sources: ({ ref }) => [`tables/${ref}`],
};

const updatable = [...tableProperties, "AttributeDefinitions", "TimeToLiveSpecification", ...besidesTable];

function tableOf(resource: Resolved, hands: Hands): Record<string, unknown> {
	const request = requestOf(resource, hands, {
		model: "dynamodb",
		operation: "CreateTable",
		elsewhere: names(`
			TableName TimeToLiveSpecification StreamSpecification SSESpecification PointInTimeRecoverySpecification
			ContributorInsightsSpecification KinesisStreamSpecification ResourcePolicy
		`),
		missing: ["ImportSourceSpecification"],
	});
	// In CloudFormation a stream is on when it is written; its view type is all it has.
	const view = childText(child(resource.properties, "StreamSpecification"), "StreamViewType");
	if (view !== undefined) request["StreamSpecification"] = { StreamEnabled: true, StreamViewType: view };
	const encryption = child(resource.properties, "SSESpecification");
	if (encryption !== undefined) {
		const type = childText(encryption, "SSEType");
		const key = childText(encryption, "KMSMasterKeyId");
		request["SSESpecification"] = {
			Enabled: childText(encryption, "SSEEnabled") === "true",
			...(type === undefined ? {} : { SSEType: type }),
			...(key === undefined ? {} : { KMSMasterKeyId: key }),
		};
	}
	return request;
}

async function setTimeToLive(resource: Resolved, name: string, hands: Hands): Promise<void> {
	const specification = child(resource.properties, "TimeToLiveSpecification");
	if (specification?.kind !== "map") return;
	const request = requestOf(
		{ ...resource, type: `${resource.type} TimeToLiveSpecification` },
		hands,
		{ model: "dynamodb", operation: "UpdateTimeToLive", elsewhere: ["AttributeName", "Enabled"] },
		specification,
	);
	const attribute = childText(specification, "AttributeName");
	const TimeToLiveSpecification = { Enabled: childText(specification, "Enabled") === "true", AttributeName: attribute };
	await hands.call("dynamodb", "UpdateTimeToLive", { ...request, TableName: name, TimeToLiveSpecification });
}

function deployed(name: string, description: unknown): Deployed {
	const arn = String(memberOf(description, "TableArn"));
	const stream = memberOf(description, "LatestStreamArn");
	return { ref: name, attributes: { Arn: arn, ...(typeof stream === "string" ? { StreamArn: stream } : {}) }, ids: {} };
}
