import { describeBackup } from "../backups/backup.ts";
import { findBackup } from "../backups/findBackup.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { backupInUse, invalidRequest } from "../errors.ts";
import type { DeleteBackupRequest, DeleteBackupResponse } from "../model.generated.ts";

export async function deleteBackup(
	needs: Pick<Dynamodb, "account" | "backups">,
	request: DeleteBackupRequest,
): Promise<DeleteBackupResponse> {
	const backup = findBackup(needs, request.BackupArn);
	if (backup.type === "SYSTEM") {
		const until = new Date(backup.expiresAt ?? 0).toISOString();
		throw invalidRequest(
			`User is not allowed to delete the system backup with arn ${backup.arn}. It will automatically expire on ${until}`,
		);
	}
	if (needs.backups.inUse.has(backup.arn)) {
		throw backupInUse(`Backup is being used to restore table: ${backup.arn}`);
	}
	const described = describeBackup(backup);
	await needs.backups.delete(backup);
	const { BackupDetails: details } = described;
	return {
		BackupDescription: { ...described, ...(details && { BackupDetails: { ...details, BackupStatus: "DELETED" } }) },
	};
}
