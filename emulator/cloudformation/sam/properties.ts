import type { Mapping } from "../node.ts";
import type { Report } from "./transformed.ts";

/** Warns of each property that SAM has and the emulator lacks, and of each that SAM does not have. */
export function checkProperties(
	properties: Mapping,
	{ owner, known, missing }: { owner: string; known: readonly string[]; missing: readonly string[] },
	report: Report,
): void {
	for (const [name, { keyAt: at }] of properties.entries) {
		if (known.includes(name)) continue;
		if (missing.includes(name)) {
			const message = `${name} of ${owner} is not emulated yet: it has no effect here.`;
			report({ severity: "warning", code: "missing-property", message, at });
		} else {
			const message = `${owner} has no property ${name}: it is ignored.`;
			report({ severity: "warning", code: "unknown-property", message, at });
		}
	}
}

/** Some of the properties, as they are. */
export function pick(properties: Mapping, names: readonly string[]) {
	return Object.fromEntries(names.map((name) => [name, properties.entries.get(name)?.value]));
}
