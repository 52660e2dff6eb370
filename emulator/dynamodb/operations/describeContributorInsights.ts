import type { Dynamodb } from "../dynamodb.ts";
import { insightOf, insightStatus } from "../insights/insight.ts";
import type { DescribeContributorInsightsRequest, DescribeContributorInsightsResponse } from "../model.generated.ts";

/** The rules of CloudWatch are not there, and are not named: there is no CloudWatch here. */
export function describeContributorInsights(
	needs: Pick<Dynamodb, "clock" | "tables">,
	request: DescribeContributorInsightsRequest,
): DescribeContributorInsightsResponse {
	const { table, insight } = insightOf(needs, request);
	return {
		TableName: table.name,
		...(request.IndexName !== undefined && { IndexName: request.IndexName }),
		ContributorInsightsStatus: insightStatus(insight, needs.clock.now()),
		...(insight && { LastUpdateDateTime: new Date(insight.changedAt), ContributorInsightsMode: insight.mode }),
	};
}
