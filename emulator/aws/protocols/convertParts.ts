export type Convert = (value: unknown) => unknown;

/** A member under its name on the other side. */
type Member = { readonly name: string; readonly convert: Convert };

/**
 * A structure with its members converted, without those that are unknown or null. Most values stay as they are, and an item
 * has dozens: a copy is made only from the first on that does not.
 */
export function convertMembers(
	given: Readonly<Record<string, unknown>>,
	members: ReadonlyMap<string, Member>,
): Readonly<Record<string, unknown>> {
	let copy: Record<string, unknown> | undefined;
	for (const key in given) {
		const value = given[key];
		const member = value === null || value === undefined ? undefined : members.get(key);
		const result = member?.convert(value);
		if (copy === undefined && (member?.name !== key || result !== value)) copy = entriesBefore(key, given, {});
		if (copy !== undefined && member !== undefined) copy[member.name] = result;
	}
	return copy ?? given;
}

/** The same for a map, whose keys are the user's: one may be `__proto__`, so that a copy has no prototype. */
export function convertEntries(
	given: Readonly<Record<string, unknown>>,
	convert: Convert,
): Readonly<Record<string, unknown>> {
	let copy: Record<string, unknown> | undefined;
	for (const key in given) {
		const value = given[key];
		const result = value === undefined ? undefined : convert(value);
		if (copy === undefined && result !== value) copy = entriesBefore(key, given, Object.create(null));
		if (copy !== undefined && result !== undefined) copy[key] = result;
	}
	return copy ?? given;
}

/** The same for a list; null stays null. */
export function convertElements(given: readonly unknown[], convert: Convert): readonly unknown[] {
	let copy: unknown[] | undefined;
	for (const [index, value] of given.entries()) {
		const result = value === null ? null : convert(value);
		if (copy === undefined && result !== value) copy = given.slice(0, index);
		copy?.push(result);
	}
	return copy ?? given;
}

function entriesBefore(
	end: string,
	given: Readonly<Record<string, unknown>>,
	target: Record<string, unknown>,
): Record<string, unknown> {
	for (const key in given) {
		if (key === end) break;
		target[key] = given[key];
	}
	return target;
}
