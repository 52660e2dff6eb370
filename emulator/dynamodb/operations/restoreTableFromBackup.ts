import { findBackup } from "../backups/findBackup.ts";
import { type RestoreNeeds, restoreTable } from "../backups/restoreTable.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { backupInUse } from "../errors.ts";
import type { RestoreTableFromBackupRequest, RestoreTableFromBackupResponse } from "../model.generated.ts";

/** A backup feeds one table at a time. */
export async function restoreTableFromBackup(
	needs: RestoreNeeds & Pick<Dynamodb, "backups">,
	request: RestoreTableFromBackupRequest,
): Promise<RestoreTableFromBackupResponse> {
	const backup = findBackup(needs, request.BackupArn);
	const { inUse } = needs.backups;
	if (inUse.has(backup.arn)) throw backupInUse(`Backup is being used to restore another table: ${backup.arn}`);
	inUse.add(backup.arn);
	const { table: definition, space, arn: backupArn, createdAt: at } = backup;
	try {
		const from = { definition, space, source: { backupArn, tableArn: definition.arn, at } };
		return { TableDescription: await restoreTable(needs, from, request) };
	} finally {
		inUse.delete(backup.arn);
	}
}
