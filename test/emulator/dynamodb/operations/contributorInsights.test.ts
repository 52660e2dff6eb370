import assert from "node:assert/strict";
import { test } from "node:test";
import {
	type ContributorInsightsAction,
	CreateTableCommand,
	DescribeContributorInsightsCommand,
	ListContributorInsightsCommand,
	UpdateContributorInsightsCommand,
} from "@aws-sdk/client-dynamodb";
import { refused, sdkForTest, songs, TableName } from "../sdkForTest.ts";

test("Contributor Insights are kept for a table and its global indexes", async (t) => {
	const { client, advance } = await sdkForTest(t);
	const GlobalSecondaryIndexes = [
		{
			IndexName: "byTitle",
			KeySchema: [{ AttributeName: "title", KeyType: "HASH" as const }],
			Projection: { ProjectionType: "ALL" as const },
		},
	];
	await client.send(new CreateTableCommand({ ...songs, GlobalSecondaryIndexes }));
	const describe = async (IndexName?: string) => {
		const { $metadata: _, ...rest } = await client.send(
			new DescribeContributorInsightsCommand({ TableName, IndexName }),
		);
		return rest;
	};
	const update = (ContributorInsightsAction: ContributorInsightsAction, more: object = {}) =>
		client.send(new UpdateContributorInsightsCommand({ TableName, ContributorInsightsAction, ...more }));
	// Recorded from AWS: dynamodb test_dynamodb_describe_contributor_insights.
	assert.deepEqual(await describe(), { TableName, ContributorInsightsStatus: "DISABLED" });
	const enabled = await update("ENABLE");
	assert.equal(enabled.ContributorInsightsStatus, "ENABLING");
	assert.equal(enabled.ContributorInsightsMode, "ACCESSED_AND_THROTTLED_KEYS");
	assert.equal((await update("ENABLE")).ContributorInsightsStatus, "ENABLED");
	assert.equal((await describe()).ContributorInsightsStatus, "ENABLED");
	assert.equal((await describe("byTitle")).ContributorInsightsStatus, "DISABLED");
	await update("ENABLE", { IndexName: "byTitle", ContributorInsightsMode: "THROTTLED_KEYS" });
	const list = async (more: object = {}) => client.send(new ListContributorInsightsCommand({ TableName, ...more }));
	assert.deepEqual(
		(await list()).ContributorInsightsSummaries?.map((it) => [it.IndexName, it.ContributorInsightsMode]),
		[
			[undefined, "ACCESSED_AND_THROTTLED_KEYS"],
			["byTitle", "THROTTLED_KEYS"],
		],
	);
	const page = await list({ MaxResults: 1 });
	assert.equal((await list({ NextToken: page.NextToken })).ContributorInsightsSummaries?.[0]?.IndexName, "byTitle");
	advance(1);
	assert.equal((await update("DISABLE")).ContributorInsightsStatus, "DISABLING");
	assert.equal((await list()).ContributorInsightsSummaries?.length, 1);
	await refused(
		describe("none"),
		"ResourceNotFoundException",
		"Requested resource not found: Index: none not found for table: songs",
	);
	await refused(
		client.send(new DescribeContributorInsightsCommand({ TableName: "none" })),
		"ResourceNotFoundException",
		"Requested resource not found: Table: none not found",
	);
});
