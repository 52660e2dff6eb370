import type { Dynamodb } from "../dynamodb.ts";
import { tableNotFound } from "../errors.ts";
import type { DescribeTimeToLiveRequest, DescribeTimeToLiveResponse } from "../model.generated.ts";

export function describeTimeToLive(
	{ tables }: Pick<Dynamodb, "tables">,
	request: DescribeTimeToLiveRequest,
): DescribeTimeToLiveResponse {
	const table = tables.find(request.TableName);
	if (table === undefined) throw tableNotFound(request.TableName);
	const { timeToLive } = table.definition;
	if (timeToLive === undefined) return { TimeToLiveDescription: { TimeToLiveStatus: "DISABLED" } };
	return { TimeToLiveDescription: { TimeToLiveStatus: "ENABLED", AttributeName: timeToLive.attribute } };
}
