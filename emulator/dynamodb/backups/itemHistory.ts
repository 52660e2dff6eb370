import type { RecordChange } from "../../aws/records.ts";
import type { ItemChange } from "../items/writeItems.ts";
import type { RecoveryLog } from "./recoveryLog.ts";
import type { SpaceCopies } from "./spaceCopies.ts";
import type { WriteMoments } from "./writeMoments.ts";

/** What is kept of items as they were: for backups that are being taken, and for point-in-time recovery. */
export type ItemHistory = {
	/** Begins a batch: the changes that are given to it are its, and `end` is told whether it was written. */
	begin(): BatchHistory;
};

export type BatchHistory = {
	append(change: ItemChange, batch: RecordChange[]): void;
	end(written: boolean): void;
};

export function itemHistory(moments: WriteMoments, copies: SpaceCopies, log: RecoveryLog): ItemHistory {
	return {
		begin() {
			const moment = moments.begin();
			// All changes of a batch are of one time, so that no restore cuts a transaction in two.
			let at: number | undefined;
			return {
				append(change, batch) {
					const { definition, key } = change.table;
					copies.preserve(key.space, change, batch);
					if (definition.recovery !== undefined) at = log.append(definition.recovery.space, change, at, batch);
				},
				end(written) {
					moment.end();
					if (!written) copies.fail();
				},
			};
		},
	};
}
