import { summarize } from "../backups/backup.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { invalidParameters } from "../errors.ts";
import type { ListBackupsRequest, ListBackupsResponse } from "../model.generated.ts";

const defaultLimit = 100;

/** Oldest first, user backups unless others are asked for; a table need not be there any more. Measured on AWS (October 2026). */
export function listBackups({ backups }: Pick<Dynamodb, "backups">, request: ListBackupsRequest): ListBackupsResponse {
	const { TableName, Limit: limit = defaultLimit, BackupType: type = "USER", ExclusiveStartBackupArn: start } = request;
	const from = request.TimeRangeLowerBound?.getTime() ?? Number.NEGATIVE_INFINITY;
	const to = request.TimeRangeUpperBound?.getTime() ?? Number.POSITIVE_INFINITY;
	if (from > to) throw invalidParameters("Time range lower bound must be less than or equal to upper bound");
	const wanted = backups
		.all()
		.filter(
			(backup) =>
				(TableName === undefined || TableName === backup.table.name || TableName === backup.table.arn) &&
				(type === "ALL" || type === backup.type) &&
				backup.createdAt >= from &&
				backup.createdAt < to,
		);
	const position = start === undefined ? undefined : positionOf(start);
	const following = wanted.filter(({ arn }) => position === undefined || positionOf(arn) > position);
	const page = following.slice(0, limit);
	const last = page.at(-1);
	return {
		BackupSummaries: page.map(summarize),
		...(following.length > limit && last && { LastEvaluatedBackupArn: last.arn }),
	};
}

/** An ARN ends in its time and some digits; it is a place in the list also when its backup is gone. */
function positionOf(arn: string): string {
	return arn.slice(arn.lastIndexOf("/") + 1);
}
