import { type FSWatcher, watch } from "node:fs";
import { dirname, join } from "node:path";
import { folderTree } from "./folderTree.ts";
import { isSkipped } from "./skipped.ts";

export type Watched = {
	readonly files: readonly string[];
	/** Folders in which everything counts, to any depth. */
	readonly folders: readonly string[];
};

export type Watcher = {
	/** From now on these are watched, and no others. */
	set(watched: Watched): void;
	close(): void;
};

/**
 * Calls `changed` soon after a watched file was saved, once for a burst of events. It is folders that are watched, since
 * editors save by putting a new file in the place of the old one, and a missing file appears in a folder.
 */
export function watcher(changed: () => void): Watcher {
	const watchers = new Map<string, FSWatcher>();
	let files = new Set<string>();
	let whole = new Set<string>();
	let timer: NodeJS.Timeout | undefined;

	const notice = (folder: string, name: string | null) => {
		// What a tool keeps for itself is no code; packages that are installed may mend a build.
		if (name !== null && name !== "node_modules" && isSkipped(name)) return;
		// Some systems do not say which file it was.
		const counts = name === null || whole.has(folder) || files.has(join(folder, name));
		if (!counts) return;
		clearTimeout(timer);
		timer = setTimeout(changed, burstMs);
	};
	return {
		set(watched) {
			files = new Set(watched.files);
			whole = new Set(watched.folders.flatMap((folder) => folderTree(folder, mostFolders)));
			const wanted = new Set([...[...files].map((file) => dirname(file)), ...whole]);
			for (const [folder, it] of watchers) {
				if (wanted.has(folder)) continue;
				it.close();
				watchers.delete(folder);
			}
			for (const folder of [...wanted].slice(0, mostFolders)) {
				if (!watchers.has(folder)) start(folder, watchers, (name) => notice(folder, name));
			}
		},
		close() {
			clearTimeout(timer);
			for (const it of watchers.values()) it.close();
			watchers.clear();
		},
	};
}

/** Real time, not the virtual clock's: a save is several events some milliseconds apart (cut, write, rename). */
const burstMs = 20;

const mostFolders = 500;

function start(folder: string, watchers: Map<string, FSWatcher>, notice: (name: string | null) => void): void {
	try {
		const it = watch(folder, { persistent: false }, (_, name) => notice(name));
		it.on("error", () => {
			// The folder is gone. When it comes back the next deployment watches it again.
			it.close();
			watchers.delete(folder);
		});
		watchers.set(folder, it);
	} catch {
		// It does not exist (yet), or the system watches no more: other folders still are.
	}
}
