import type { Dynamodb } from "../dynamodb.ts";
import { tableNotFound, validationError } from "../errors.ts";
import type { DescribeTimeToLiveRequest, DescribeTimeToLiveResponse } from "../model.generated.ts";
import { statusOf } from "../tables/table.ts";

export function describeTimeToLive(
	{ clock, tables }: Pick<Dynamodb, "clock" | "tables">,
	request: DescribeTimeToLiveRequest,
): DescribeTimeToLiveResponse {
	const table = tables.find(request.TableName);
	if (table === undefined) throw tableNotFound(request.TableName);
	const status = statusOf(table, clock.now());
	if (status === "CREATING" || status === "DELETING") {
		throw validationError(
			`Cannot describe time to live while table is in ${status} state: Current table state is ${status}`,
		);
	}
	const { timeToLive, timeToLiveChange: change } = table.definition;
	const changing = change !== undefined && change.until > clock.now();
	if (timeToLive === undefined) {
		if (!changing) return { TimeToLiveDescription: { TimeToLiveStatus: "DISABLED" } };
		return { TimeToLiveDescription: { TimeToLiveStatus: "DISABLING", AttributeName: change.attribute } };
	}
	return {
		TimeToLiveDescription: {
			TimeToLiveStatus: changing ? "ENABLING" : "ENABLED",
			AttributeName: timeToLive.attribute,
		},
	};
}
