import type { EventLog } from "../../../protocol/events.ts";
import type { Cancel, Clock } from "../../aws/clock.ts";
import type { Documents } from "../../aws/documents.ts";
import type { Spaces } from "../tables/spaces.ts";
import type { Table } from "../tables/table.ts";
import type { Backup } from "./backup.ts";
import type { SpaceCopies } from "./spaceCopies.ts";

/** The backups that exist. */
export type Backups = {
	/** Oldest first; those that are still being taken are not there yet. */
	all(): readonly Backup[];
	find(arn: string): Backup | undefined;
	put(backup: Backup): Promise<void>;
	delete(backup: Backup): Promise<void>;
	/** Makes a system backup of what a deleted table held; answers the space, which is the backup's from now on. */
	keep(table: Table): Promise<number>;
	/** Which backups tables are being restored from. */
	readonly inUse: Set<string>;
	close(): Promise<void>;
};

type Needs = {
	readonly clock: Clock;
	readonly events: EventLog;
	readonly documents: Documents<Backup>;
	readonly spaces: Spaces;
	readonly copies: SpaceCopies;
};

const systemBackupMs = 35 * 24 * 60 * 60 * 1000;
const expireEveryMs = 60 * 60 * 1000;

export async function openBackups({ clock, events, documents, spaces, copies }: Needs): Promise<Backups> {
	const inUse = new Set<string>();
	let closed = false;
	let expiring: Promise<void> = Promise.resolve();
	let cancel: Cancel = clock.after(expireEveryMs, expire);

	const remove = async (backup: Backup) => {
		await documents.delete(backup.arn);
		await copies.unread([backup.space]);
		await spaces.discard([backup.space]);
	};

	for (const backup of documents.all()) {
		if (backup.status !== "CREATING") continue;
		await remove(backup);
		const text = `Backup ${backup.name} of table ${backup.table.name} was cut off before it was complete, and is removed.`;
		events.publish({ type: "log", part: "dynamodb", level: "warn", text });
	}

	function expire(): void {
		cancel = clock.after(expireEveryMs, expire);
		expiring = expiring.then(removeExpired).catch((error: unknown) => {
			if (closed) return;
			const text = `Expired backups could not be removed; the next hour tries again. ${String(error)}`;
			events.publish({ type: "log", part: "dynamodb", level: "warn", text });
		});
	}

	async function removeExpired(): Promise<void> {
		for (const backup of documents.all()) {
			if (closed || backup.expiresAt === undefined || backup.expiresAt > clock.now()) continue;
			if (!inUse.has(backup.arn)) await remove(backup);
		}
	}

	return {
		all: () =>
			documents
				.all()
				.filter(({ status }) => status === "AVAILABLE")
				.toSorted((a, b) => a.createdAt - b.createdAt),
		find: (arn) => {
			const backup = documents.get(arn);
			return backup?.status === "AVAILABLE" ? backup : undefined;
		},
		put: (backup) => documents.put(backup.arn, backup),
		delete: remove,
		async keep({ definition, statistics }) {
			const { space, name, id, arn } = definition;
			// A deletion that was cut off is carried out again.
			if (documents.all().some((backup) => backup.type === "SYSTEM" && backup.table.id === id)) return space;
			const createdAt = Math.floor(clock.now());
			const { count, bytes } = statistics.held.get(space) ?? { count: 0, bytes: 0 };
			const backup: Backup = {
				arn: `${arn}/backup/${String(createdAt).padStart(14, "0")}-00000000`,
				name: `${name}$DeletedTableBackup`,
				type: "SYSTEM",
				status: "AVAILABLE",
				createdAt,
				expiresAt: createdAt + systemBackupMs,
				table: definition,
				space,
				count,
				bytes,
			};
			await documents.put(backup.arn, backup);
			return space;
		},
		inUse,
		async close() {
			closed = true;
			cancel();
			await expiring;
		},
	};
}
