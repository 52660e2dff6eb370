import { describeRecovery } from "../backups/recovery.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { tableUnknown } from "../errors.ts";
import type { DescribeContinuousBackupsRequest, DescribeContinuousBackupsResponse } from "../model.generated.ts";
import { statusOf } from "../tables/table.ts";

export function describeContinuousBackups(
	needs: Pick<Dynamodb, "clock" | "timing" | "tables">,
	request: DescribeContinuousBackupsRequest,
): DescribeContinuousBackupsResponse {
	const table = needs.tables.find(request.TableName);
	if (table === undefined || statusOf(table, needs.clock.now()) === "CREATING") throw tableUnknown(request.TableName);
	return { ContinuousBackupsDescription: describeRecovery(needs, table) };
}
