import fc, { type Arbitrary } from "fast-check";
import type { Tie } from "./grammar.ts";
import { blank } from "./vocabulary.ts";

/** What plain Velocity has and API Gateway has not: macros, and templates that are values. */
export function macroRules(tie: Tie): readonly Arbitrary<string>[] {
	const macro = fc.constantFrom("m", "n", "x", "wrap");
	const parameters = fc.constantFrom("", " $a", " $a $b", " $x", " $s $x", " $i");
	const parameter = fc.oneof(tie("parameter"), tie("reference"));
	const arguments_ = fc.tuple(fc.array(parameter, { maxLength: 3 }), fc.constantFrom(" ", ", ", " , "));
	return [
		fc
			.tuple(blank, macro, parameters, blank, tie("statements"), fc.constantFrom("", "$a", "$!b", "$bodyContent"))
			.map(([before, name, list, space, body, last]) => `${before}#macro(${name}${list})${space}${body}${last}#end`),
		fc
			.tuple(macro, arguments_, blank)
			.map(([name, [list, separator], space]) => `#${name}(${list.join(separator)})${space}`),
		fc
			.tuple(macro, arguments_, tie("statements"))
			.map(([name, [list, separator], body]) => `#@${name}(${list.join(separator)})${body}#end`),
		fc.oneof(tie("string"), tie("reference"), tie("parameter")).map((it) => `#evaluate(${it})`),
		fc.oneof(tie("string"), tie("reference"), tie("parameter")).map((it) => `#parse(${it})`),
		fc.array(parameter, { minLength: 1, maxLength: 2 }).map((list) => `#include(${list.join(" ")})`),
	];
}
