import type { SourceLocation } from "../../protocol/problem.ts";

/**
 * Where in the user's files each deployed thing and each of its properties was written. The template reader fills it, the
 * gateway's frames and the tree read it. Keys: a method is `apis/{apiId}/resources/{resourceId}/methods/{METHOD}`, an API
 * `apis/{apiId}`, a function `functions/{name}`, a table `tables/{name}`; other resources follow the same form.
 */
export type SourceIndex = {
	/** `locate` finds a property by its path in the resource's properties, or the nearest parent that stands in a file. */
	set(key: string, locate: Locate): void;
	delete(key: string): void;
	at(key: string, ...path: string[]): SourceLocation | undefined;
	/** The same for several questions about one thing, as it stands now. */
	locator(key: string): Locate;
};

export type Locate = (path: readonly string[]) => SourceLocation | undefined;

export function sourceIndex(): SourceIndex {
	const locators = new Map<string, Locate>();
	return {
		set: (key, locate) => void locators.set(key, locate),
		delete: (key) => void locators.delete(key),
		at: (key, ...path) => locators.get(key)?.(path),
		locator: (key) => locators.get(key) ?? nowhere,
	};
}

const nowhere: Locate = () => undefined;
