import { hexDigits } from "../../aws/ids.ts";
import { type Backup, describeDetails } from "../backups/backup.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { tableUnknown } from "../errors.ts";
import type { CreateBackupRequest, CreateBackupResponse } from "../model.generated.ts";
import { countIfUnknown } from "../tables/statistics.ts";
import { statusOf } from "../tables/table.ts";

type Needs = Pick<Dynamodb, "clock" | "ids" | "events" | "tables" | "records" | "spaces" | "copies" | "backups">;

/** Takes all items as they are at this moment; the answer comes when the copy is complete. */
export async function createBackup(needs: Needs, request: CreateBackupRequest): Promise<CreateBackupResponse> {
	const { clock, ids, events, tables, records, spaces, copies, backups } = needs;
	const table = tables.find(request.TableName);
	if (table === undefined || statusOf(table, clock.now()) === "CREATING") throw tableUnknown(request.TableName);
	const createdAt = Math.floor(clock.now());
	const [space = 0] = await spaces.allocate(1);
	await countIfUnknown(records, table);
	const { count, bytes } = table.statistics.held.get(table.key.space) ?? { count: 0, bytes: 0 };
	const backup: Backup = {
		arn: `${table.definition.arn}/backup/${String(createdAt).padStart(14, "0")}-${ids.text(8, hexDigits)}`,
		name: request.BackupName,
		type: "USER",
		status: "CREATING",
		createdAt,
		table: table.definition,
		space,
		count,
		bytes,
	};
	await backups.put(backup);
	try {
		await copies.copy(table.key.space, space);
	} catch (error) {
		await backups.delete(backup);
		throw error;
	}
	await backups.put({ ...backup, status: "AVAILABLE" });
	const text = `Backup ${backup.name} of table ${table.name} was taken.`;
	events.publish({ type: "log", part: "dynamodb", level: "info", text });
	return { BackupDetails: describeDetails(backup) };
}
