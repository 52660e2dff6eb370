import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import { insightOf, insightStatus } from "../insights/insight.ts";
import type { UpdateContributorInsightsRequest, UpdateContributorInsightsResponse } from "../model.generated.ts";

/** Enabling what is enabled, and disabling what is not, changes nothing: measured on AWS (October 2026). */
export function updateContributorInsights(
	needs: Pick<Dynamodb, "clock" | "events" | "tables" | "timing">,
	request: UpdateContributorInsightsRequest,
): Promise<UpdateContributorInsightsResponse> {
	const { IndexName: index, ContributorInsightsAction: action } = request;
	const { clock, events, tables, timing } = needs;
	return tables.change(async () => {
		const { table, insight } = insightOf(needs, request);
		const { definition } = table;
		if (definition.indexes.some(({ name, backfilling }) => name === index && backfilling)) {
			throw validationError(
				"Table or Index is not in a valid state to update Key Access Insights: IndexStatus must be ACTIVE to enable ContributorInsights.",
			);
		}
		const now = clock.now();
		const mode = request.ContributorInsightsMode ?? "ACCESSED_AND_THROTTLED_KEYS";
		const named = { TableName: table.name, ...(index !== undefined && { IndexName: index }) };
		const change = action === "ENABLE" ? "ENABLING" : "DISABLING";
		const enabled = insight?.change === "ENABLING";
		if (enabled === (action === "ENABLE") && (!enabled || insight.mode === mode)) {
			return {
				...named,
				ContributorInsightsStatus: insightStatus(insight, now),
				...(insight && { ContributorInsightsMode: insight.mode }),
			};
		}
		const others = definition.insights?.filter((it) => it.index !== index) ?? [];
		const kept = action === "ENABLE" ? mode : (insight?.mode ?? mode);
		const changed = { change, until: now + timing.ms("table"), changedAt: now, mode: kept } as const;
		await tables.put({ ...definition, insights: [...others, { ...changed, ...(index !== undefined && { index }) }] });
		if (action === "ENABLE") {
			const text = `Contributor Insights of ${table.name}: there is no CloudWatch here; /_gatewright/dynamodb/${table.name}/partitions shows the busiest keys.`;
			events.publish({ type: "log", part: "dynamodb", level: "warn", text });
		}
		return { ...named, ContributorInsightsStatus: change, ContributorInsightsMode: kept };
	});
}
