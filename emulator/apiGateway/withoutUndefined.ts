/** The object without members that are undefined. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
	const result: Record<string, unknown> = {};
	for (const [key, member] of Object.entries(value)) if (member !== undefined) result[key] = member;
	return result as Defined<T>; // the same members, those that were undefined left out
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
