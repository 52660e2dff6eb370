import { fromJson } from "../values/jsonValues.ts";
import { type JavaMap, map } from "../values/values.ts";
import type { MappingEnvironment } from "./environment.ts";

/** The context with empty places for the overrides, or with what an earlier template put there. */
export function contextValue({ context, overrides }: MappingEnvironment): JavaMap {
	const empty = {
		requestOverride: { header: {}, path: {}, querystring: {} },
		responseOverride: { header: {} },
	};
	const result = map();
	// Twice the context: first for the order of the keys, then to win over the empty places.
	for (const [key, value] of Object.entries({ ...context, ...empty, ...context, ...overrides })) {
		result.cells.set(key, { key, value: fromJson(value) });
	}
	return result;
}
