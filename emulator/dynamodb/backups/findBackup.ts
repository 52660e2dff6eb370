import type { Dynamodb } from "../dynamodb.ts";
import { accessDenied, backupNotFound, validationError } from "../errors.ts";
import type { Backup } from "./backup.ts";

/** The backup that a request names by its ARN. What is said of other ARNs was measured on AWS (October 2026). */
export function findBackup({ account, backups }: Pick<Dynamodb, "account" | "backups">, arn: string): Backup {
	const [, owner] = /^arn:[^:]+:dynamodb:[^:]*:(\d{12}):table\/[\w.-]+\/backup\/[\w-]+$/.exec(arn) ?? [];
	if (owner === undefined) throw validationError("Invalid Backup ARN");
	if (owner !== account) throw accessDenied("Access is denied");
	const backup = backups.find(arn);
	if (backup === undefined) throw backupNotFound(arn);
	return backup;
}
