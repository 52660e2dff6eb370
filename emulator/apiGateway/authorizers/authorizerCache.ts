import type { Clock } from "../../aws/clock.ts";
import type { AuthorizerAnswer } from "./authorizerAnswer.ts";

/** What authorizers answered, by identity, for as long as they asked: on the virtual clock, bounded. */
export type AuthorizerCache = {
	get(stage: string, authorizerId: string, identity: string): AuthorizerAnswer | undefined;
	put(stage: string, authorizerId: string, identity: string, answer: AuthorizerAnswer, ttlSeconds: number): void;
	/** Forgets all of a stage. */
	flush(stage: string): void;
};

const mostEntries = 10_000;

export function authorizerCache(clock: Pick<Clock, "now">): AuthorizerCache {
	const stages = new Map<string, Map<string, { readonly answer: AuthorizerAnswer; readonly until: number }>>();
	const keyOf = (authorizerId: string, identity: string) => JSON.stringify([authorizerId, identity]);
	return {
		get(stage, authorizerId, identity) {
			const entry = stages.get(stage)?.get(keyOf(authorizerId, identity));
			return entry !== undefined && clock.now() < entry.until ? entry.answer : undefined;
		},
		put(stage, authorizerId, identity, answer, ttlSeconds) {
			let entries = stages.get(stage);
			if (entries === undefined) {
				entries = new Map();
				stages.set(stage, entries);
			}
			const key = keyOf(authorizerId, identity);
			entries.delete(key);
			entries.set(key, { answer, until: clock.now() + ttlSeconds * 1000 });
			const [oldest] = entries.keys();
			if (entries.size > mostEntries && oldest !== undefined) entries.delete(oldest);
		},
		flush: (stage) => void stages.delete(stage),
	};
}
