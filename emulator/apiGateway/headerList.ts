/** Headers in the order and spelling they have on the wire; a name may repeat. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

export function headerValues(headers: HeaderList, name: string): string[] {
	const wanted = name.toLowerCase();
	return headers.filter(([it]) => it.toLowerCase() === wanted).map(([, value]) => value);
}

/** The last value wins where one is wanted, as AWS does with parameters that repeat. */
export function headerValue(headers: HeaderList, name: string): string | undefined {
	const wanted = name.toLowerCase();
	// Asked several times on each call, mostly for what is not there: no list is made for it.
	return headers.findLast(([it]) => it.length === wanted.length && it.toLowerCase() === wanted)?.[1];
}

export function withHeader(headers: HeaderList, name: string, value: string): HeaderList {
	return [...withoutHeader(headers, name), [name, value]];
}

export function withoutHeader(headers: HeaderList, name: string): HeaderList {
	const unwanted = name.toLowerCase();
	return headers.filter(([it]) => it.toLowerCase() !== unwanted);
}

/** As an object, for templates and events: one value a name. */
export function singleValues(pairs: HeaderList): Record<string, string> {
	const result: Record<string, string> = Object.create(null);
	for (const [name, value] of pairs) result[name] = value;
	return result;
}

export function multiValues(pairs: HeaderList): Record<string, string[]> {
	const result: Record<string, string[]> = Object.create(null);
	for (const [name, value] of pairs) (result[name] ??= []).push(value);
	return result;
}
