import { type Node, plain } from "../node.ts";
import type { Hands, Resolved, Stored } from "./resourceType.ts";

export type Patch = { readonly op: "replace" | "add" | "remove"; readonly path: string; readonly value?: string };

/** One property's patches: its path for a single value, or what to do with a map or list. */
export type PatchRule = string | ((before: unknown, after: Node | undefined) => readonly Patch[]);

/**
 * What API Gateway's Update operations want: a patch for each property that changed. A change for which there is no rule
 * cannot be made to what runs, and says so.
 */
export function patches(
	resource: Resolved,
	before: Pick<Stored, "properties">,
	hands: Hands,
	rules: Readonly<Record<string, PatchRule>>,
): readonly Patch[] {
	const result: Patch[] = [];
	for (const property of changedProperties(resource, before)) {
		const rule = rules[property];
		const entry = resource.properties.entries.get(property);
		if (rule === undefined) {
			warnNotUpdated(property, resource, hands);
		} else if (typeof rule === "string") {
			const value = entry?.value.kind === "scalar" ? entry.value.text : "";
			result.push({ op: "replace", path: rule, value });
		} else {
			result.push(...rule(memberOf(before.properties, property), entry?.value));
		}
	}
	return result;
}

/** Says of a changed property that what runs keeps its old value. */
export function warnNotUpdated(property: string, { logicalId, properties, at }: Resolved, hands: Hands): void {
	const message = `The change of ${property} of ${logicalId} takes effect when ${logicalId} is made anew.`;
	hands.report({
		severity: "warning",
		code: "not-updated",
		message,
		at: properties.entries.get(property)?.keyAt ?? at,
	});
}

/** Patches that replace each entry of a map of texts under a path, and remove those that are gone. */
export function mapPatches(path: string, op: "replace" | "add" = "replace"): PatchRule {
	return (before, after) => {
		const old = typeof before === "object" && before !== null ? Object.entries(before) : [];
		const now = after?.kind === "map" ? after.entries : new Map();
		const set: Patch[] = [];
		for (const [key, { value }] of now) {
			if (value.kind === "scalar") set.push({ op, path: `${path}/${pointer(key)}`, value: value.text });
		}
		const removed = old
			.filter(([key]) => !now.has(key))
			.map(([key]): Patch => ({ op: "remove", path: `${path}/${pointer(key)}` }));
		return [...removed, ...set];
	};
}

/** A text member of a remembered value. */
export function textIn(stored: unknown, name: string): string | undefined {
	const value = memberOf(stored, name);
	return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
		? String(value)
		: undefined;
}

/** A member of a remembered value. */
export function memberOf(stored: unknown, name: string): unknown {
	if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return undefined;
	return Object.entries(stored).find(([key]) => key === name)?.[1];
}

/** A key as a JSON pointer writes it. */
export function pointer(key: string): string {
	return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

export function changedProperties(resource: Resolved, before: Pick<Stored, "properties">): readonly string[] {
	const names = new Set(resource.properties.entries.keys());
	if (typeof before.properties === "object" && before.properties !== null) {
		for (const name of Object.keys(before.properties)) names.add(name);
	}
	return [...names].filter((name) => {
		const now = resource.properties.entries.get(name)?.value;
		return (
			JSON.stringify(now === undefined ? null : plain(now)) !==
			JSON.stringify(memberOf(before.properties, name) ?? null)
		);
	});
}
