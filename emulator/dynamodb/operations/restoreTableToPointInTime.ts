import { AwsError } from "../../aws/awsError.ts";
import { restorable } from "../backups/recovery.ts";
import { type RestoreNeeds, restoreTable } from "../backups/restoreTable.ts";
import { invalidRequest, tableUnknown, validationError } from "../errors.ts";
import type { RestoreTableToPointInTimeRequest, RestoreTableToPointInTimeResponse } from "../model.generated.ts";

/** The order of these checks, and their texts, were measured on AWS (October 2026). */
export async function restoreTableToPointInTime(
	needs: RestoreNeeds,
	request: RestoreTableToPointInTimeRequest,
): Promise<RestoreTableToPointInTimeResponse> {
	checkShape(request);
	const name = request.SourceTableName ?? request.SourceTableArn ?? "";
	const table = needs.tables.find(name);
	if (table === undefined) throw tableUnknown(name);
	const { definition } = table;
	const { recovery } = definition;
	if (recovery === undefined) {
		throw new AwsError(
			"PointInTimeRecoveryUnavailableException",
			`Point in time recovery is not enabled for table '${table.name}'`,
		);
	}
	const { earliest, latest } = restorable(needs, recovery);
	const wanted = request.RestoreDateTime?.getTime() ?? latest;
	// AWS shows whole seconds, and takes what it has shown.
	if (wanted < Math.floor(earliest / 1000) * 1000 || wanted > latest) {
		throw new AwsError(
			"InvalidRestoreTimeException",
			`RestoreDateTime '${seconds(wanted)}' must be within EarliestRestorableDateTime '${seconds(earliest)}' and LatestRestorableDateTime '${seconds(latest)}'`,
		);
	}
	const time = Math.max(wanted, earliest);
	const from = {
		definition,
		space: definition.space,
		past: { space: recovery.space, time },
		source: { tableArn: definition.arn, at: time },
	};
	return { TableDescription: await restoreTable(needs, from, request) };
}

function checkShape(request: RestoreTableToPointInTimeRequest): void {
	const { SourceTableArn, SourceTableName, RestoreDateTime, UseLatestRestorableTime: useLatest = false } = request;
	if (SourceTableArn !== undefined && SourceTableName !== undefined) {
		throw validationError("Must provide exactly one of: sourceTableArn, sourceTableName");
	}
	if (SourceTableArn === undefined && SourceTableName === undefined) {
		throw validationError("The parameter 'TableName' is required but was not present in the request");
	}
	if (SourceTableArn !== undefined && !/^arn:[^:]+:dynamodb:[^:]*:\d*:table\/[\w.-]+$/.test(SourceTableArn)) {
		throw validationError("sourceTableArn is not a valid ARN");
	}
	if (useLatest && RestoreDateTime !== undefined) {
		throw invalidRequest(
			"Both RestoreDateTime and UseLatestRestorableTime cannot be set for point-in-time restore request. Please specify either RestoreDateTime time or UseLatestRestorableTime",
		);
	}
	if (!useLatest && RestoreDateTime === undefined) {
		throw invalidRequest("Either one of RestoreDateTime or UseLatestRestorableTime must be specified, but not both");
	}
}

const seconds = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
