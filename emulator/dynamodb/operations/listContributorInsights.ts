import type { Dynamodb } from "../dynamodb.ts";
import { tableNotFound, validationError } from "../errors.ts";
import { insightStatus } from "../insights/insight.ts";
import type { ListContributorInsightsRequest, ListContributorInsightsResponse } from "../model.generated.ts";

const defaultLimit = 100;

/** Those that are not disabled, a table before its indexes. */
export function listContributorInsights(
	{ clock, tables }: Pick<Dynamodb, "clock" | "tables">,
	request: ListContributorInsightsRequest,
): ListContributorInsightsResponse {
	const { TableName, NextToken, MaxResults } = request;
	const wanted = TableName === undefined ? tables.all() : [tables.find(TableName)];
	const all = wanted.flatMap((table) => {
		if (table === undefined) throw tableNotFound(TableName ?? "");
		const insights = table.definition.insights ?? [];
		return insights
			.toSorted((a, b) => ((a.index ?? "") < (b.index ?? "") ? -1 : 1))
			.map((insight) => ({
				TableName: table.name,
				...(insight.index !== undefined && { IndexName: insight.index }),
				ContributorInsightsStatus: insightStatus(insight, clock.now()),
				ContributorInsightsMode: insight.mode,
			}))
			.filter((summary) => summary.ContributorInsightsStatus !== "DISABLED");
	});
	const start = NextToken === undefined ? 0 : Number(NextToken);
	if (!Number.isSafeInteger(start) || start < 0) throw validationError("Invalid NextToken");
	const limit = MaxResults === undefined || MaxResults < 1 ? defaultLimit : MaxResults;
	return {
		ContributorInsightsSummaries: all.slice(start, start + limit),
		...(start + limit < all.length && { NextToken: String(start + limit) }),
	};
}
