import { parse } from "../../../language/vtl/parse/parse.ts";
import { templateOf } from "./templates.ts";

/** What an open template holds: its text and its tree. Needs --expose-gc. */
export function memory(): void {
	for (const kilobytes of [5, 200]) {
		const before = used();
		const held = Array.from({ length: 20 }, (_, i) => parse(`${templateOf(kilobytes * 1000)}${i}`));
		const each = (used() - before) / held.length;
		console.log(`an open template of ${kilobytes} KB holds ${(each / 1024).toFixed(0)} KB`);
	}
}

function used(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}
