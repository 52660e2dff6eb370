import { unsupported } from "../values/javaException.ts";
import type { JavaList } from "../values/values.ts";

/** Before items come or go: refuses a list that cannot change, and lets the list's iterators know. */
export function markChanged(self: JavaList): void {
	refuseUnmodifiable(self);
	self.changes++;
}

export function refuseUnmodifiable(self: JavaList): void {
	if (self.kind === "unmodifiable") throw unsupported();
}
