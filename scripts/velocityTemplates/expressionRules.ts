import fc, { type LetrecValue } from "fast-check";
import type { Grammar, Tie } from "./grammar.ts";
import { quoted } from "./quoted.ts";
import { bound, digits, words } from "./vocabulary.ts";

/** Values, and what computes with them. */
export function expressionRules(tie: Tie): Pick<LetrecValue<Grammar>, "string" | "parameter" | "expression"> {
	return {
		string: fc.oneof(
			words.map(quoted),
			fc.tuple(words, tie("reference"), words).map((parts) => `"${parts.join("").replaceAll('"', '""')}"`),
			fc.tuple(tie("statement"), words).map((parts) => `"${parts.join("").replaceAll('"', '""')}"`),
		),
		parameter: fc.oneof(
			{ maxDepth: 3, depthIdentifier: "parameter" },
			digits,
			words.map(quoted),
			fc.constantFrom("true", "false", "[]", "{}", "[1..3]", "$l", "$m", "$x", "$s"),
			tie("string"),
			tie("reference"),
			fc.array(tie("parameter"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
			fc.tuple(tie("parameter"), tie("parameter")).map(([key, value]) => `{${key} : ${value}}`),
		),
		expression: fc.oneof(
			{ maxDepth: 4, depthIdentifier: "expression" },
			tie("parameter"),
			tie("reference"),
			fc
				.tuple(
					tie("expression"),
					fc.constantFrom(
						"+",
						"-",
						"*",
						"/",
						"%",
						"==",
						"!=",
						"<",
						">",
						"<=",
						">=",
						"&&",
						"||",
						"and",
						"or",
						"eq",
						"lt",
					),
					tie("expression"),
				)
				.map((parts) => parts.join(" ")),
			tie("expression").map((it) => `(${it})`),
			tie("expression").map((it) => `!${it}`),
			fc.tuple(bound, bound).map(([from, to]) => `[${from}..${to}]`),
		),
	};
}
