import { names } from "../names.ts";
import { child, childText, type Node, plain } from "../node.ts";
import { changedProperties, memberOf } from "./patches.ts";
import {
	besides,
	type Deployed,
	generatedName,
	gone,
	type Hands,
	type Resolved,
	type ResourceType,
	requestOf,
	type Stored,
} from "./resourceType.ts";

export const dynamodbTable: ResourceType = {
	// AttributeDefinitions alone may change with an index; the key schema and local indexes are for a table's life.
	replacedBy: ["TableName", "KeySchema", "LocalSecondaryIndexes", "ImportSourceSpecification"],
	namedBy: "TableName",
	async create(resource, hands) {
		const request = tableOf(resource, hands);
		const name = childText(resource.properties, "TableName") ?? generatedName(resource, hands, 255);
		const answer = await hands.call("dynamodb", "CreateTable", { ...request, TableName: name });
		await besides(resource, "TimeToLiveSpecification", hands, () => setTimeToLive(resource, name, hands));
		return deployed(name, answer["TableDescription"]);
	},
	async update(resource, before, hands) {
		const name = before.ref;
		const changed = changedProperties(resource, before);
		for (const request of changesOf(resource, before, changed, hands)) {
			await hands.call("dynamodb", "UpdateTable", { TableName: name, ...request });
		}
		if (changed.includes("TimeToLiveSpecification")) await setTimeToLive(resource, name, hands);
		const answer = await hands.call("dynamodb", "DescribeTable", { TableName: name });
		return deployed(name, answer["Table"]);
	},
	async delete({ ref }, { call }) {
		await gone(call("dynamodb", "DeleteTable", { TableName: ref }));
	},
	sources: ({ ref }) => [`tables/${ref}`],
};

function tableOf(resource: Resolved, hands: Hands): Record<string, unknown> {
	const request = requestOf(resource, hands, {
		model: "dynamodb",
		operation: "CreateTable",
		elsewhere: ["TableName", "TimeToLiveSpecification", "StreamSpecification", "SSESpecification"],
		missing: names(`
		PointInTimeRecoverySpecification ContributorInsightsSpecification KinesisStreamSpecification
		ImportSourceSpecification
	`),
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

/** UpdateTable takes one change of an index at a time, and a stream by itself. */
function changesOf(resource: Resolved, before: Stored, changed: readonly string[], hands: Hands): readonly object[] {
	const table = tableOf(resource, hands);
	const changes: object[] = [];
	const direct = [
		"BillingMode",
		"ProvisionedThroughput",
		"TableClass",
		"DeletionProtectionEnabled",
		"OnDemandThroughput",
		"SSESpecification",
	];
	const settings = direct.filter((name) => changed.includes(name) && table[name] !== undefined);
	if (settings.length > 0) changes.push(Object.fromEntries(settings.map((name) => [name, table[name]])));
	if (changed.includes("StreamSpecification")) {
		const hadStream = memberOf(before.properties, "StreamSpecification") !== undefined;
		// A view type cannot be changed while the stream is on.
		if (hadStream) changes.push({ StreamSpecification: { StreamEnabled: false } });
		if (table["StreamSpecification"] !== undefined) changes.push({ StreamSpecification: table["StreamSpecification"] });
	}
	if (changed.includes("GlobalSecondaryIndexes")) changes.push(...indexChanges(resource, before, table));
	return changes;
}

function indexChanges(resource: Resolved, before: Stored, table: Record<string, unknown>): readonly object[] {
	const wanted = new Map(indexesOf(child(resource.properties, "GlobalSecondaryIndexes")));
	const had = new Map(storedIndexes(memberOf(before.properties, "GlobalSecondaryIndexes")));
	const made: readonly unknown[] = Array.isArray(table["GlobalSecondaryIndexes"])
		? table["GlobalSecondaryIndexes"]
		: [];
	const removed = [...had]
		.filter(([name, text]) => wanted.get(name) !== text)
		.map(([IndexName]) => ({ Delete: { IndexName } }));
	const added = [...wanted.keys()].flatMap((name, i) =>
		had.get(name) === wanted.get(name) ? [] : [{ Create: made[i] }],
	);
	return [...removed, ...added].map((change) => ({
		AttributeDefinitions: table["AttributeDefinitions"],
		GlobalSecondaryIndexUpdates: [change],
	}));
}

function indexesOf(list: Node | undefined): readonly (readonly [string, string])[] {
	const items = list?.kind === "list" ? list.items : [];
	return items.map((item) => [childText(item, "IndexName") ?? "", JSON.stringify(plain(item))] as const);
}

function storedIndexes(list: unknown): readonly (readonly [string, string])[] {
	const items: readonly unknown[] = Array.isArray(list) ? list : [];
	return items.map((item) => [String(memberOf(item, "IndexName")), JSON.stringify(item)] as const);
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
