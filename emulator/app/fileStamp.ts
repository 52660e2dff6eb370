import { statSync } from "node:fs";

/** The state of some files by size and time: another stamp means that one was changed, made or removed. */
export function fileStamp(files: readonly string[]): string {
	return files
		.map((file) => {
			const stat = statSync(file, { throwIfNoEntry: false });
			return stat === undefined ? `${file} -` : `${file} ${stat.size} ${stat.mtimeMs}`;
		})
		.join("\n");
}
