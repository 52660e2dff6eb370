import { type AdminRoute, json } from "../answer.ts";

/** An answer in a stage's cache, as a panel shows it. Times are ISO 8601, of the virtual clock. */
export type CachedAnswer = {
	readonly method: string;
	/** The cache key parameters with their values. */
	readonly key: Readonly<Record<string, string | undefined>>;
	readonly status: number;
	readonly bytes: number;
	readonly keptAt: string;
	readonly until: string;
	readonly hits: number;
};

export function describeCached({ key, output, keptAt, until, hits }: Cached): CachedAnswer {
	return {
		method: key.method,
		key: key.parts,
		status: output.status,
		bytes: output.body.length,
		keptAt: new Date(keptAt).toISOString(),
		until: new Date(until).toISOString(),
		hits,
	};
}

/** What is read here of the gateway's own entries. */
type Cached = {
	readonly key: { readonly method: string; readonly parts: CachedAnswer["key"] };
	readonly output: { readonly status: number; readonly body: Uint8Array };
	readonly keptAt: number;
	readonly until: number;
	readonly hits: number;
};

/** `/_gatewright/cache/{apiId}/{stage}` lists what the stage's cache holds; `{stage}/canary` what its canary's own does. */
export function cacheRoute(cached: (stage: string) => readonly CachedAnswer[]): AdminRoute {
	return (_request, stage) => json(200, { entries: cached(decodeURIComponent(stage)) });
}
