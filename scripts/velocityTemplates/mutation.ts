import fc, { type Arbitrary } from "fast-check";
import { text } from "./vocabulary.ts";

/** Known templates, cut and mixed at random. */
export function mutation(known: readonly string[]): Arbitrary<string> {
	const some = fc.constantFrom(...known);
	return fc
		.tuple(some, some, fc.nat(), fc.nat(), fc.nat(), fc.oneof(text, fc.string({ maxLength: 2 })))
		.map(([a, b, from, to, at, inserted]) => {
			const start = from % (a.length + 1);
			const kept = a.slice(0, start) + inserted + a.slice(Math.min(a.length, start + (to % 5)));
			return at % 3 === 0 ? kept + b.slice(at % (b.length + 1)) : kept;
		});
}
