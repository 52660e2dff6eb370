import { describeBackup as describe } from "../backups/backup.ts";
import { findBackup } from "../backups/findBackup.ts";
import type { Dynamodb } from "../dynamodb.ts";
import type { DescribeBackupRequest, DescribeBackupResponse } from "../model.generated.ts";

export function describeBackup(
	needs: Pick<Dynamodb, "account" | "backups">,
	request: DescribeBackupRequest,
): DescribeBackupResponse {
	return { BackupDescription: describe(findBackup(needs, request.BackupArn)) };
}
