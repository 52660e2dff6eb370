import fc, { type LetrecValue } from "fast-check";
import type { Grammar, Tie } from "./grammar.ts";
import { methodCalls } from "./methodCalls.ts";
import { quoted } from "./quoted.ts";
import { digits, jsonPath, name, propertyName, words } from "./vocabulary.ts";

/** References and the paths behind them. */
export function referenceRules(tie: Tie): Pick<LetrecValue<Grammar>, "path" | "reference"> {
	return {
		path: fc.oneof(
			{ maxDepth: 3, depthIdentifier: "path" },
			fc.constant(""),
			fc.tuple(propertyName, tie("path")).map(([property, rest]) => `.${property}${rest}`),
			fc
				.tuple(fc.constantFrom(...methodCalls), tie("parameter"), tie("parameter"), tie("path"))
				.map(([[method, count], a, b, rest]) => `.${method}(${[a, b].slice(0, count).join(", ")})${rest}`),
			fc
				.tuple(
					fc.oneof(
						digits.filter((it) => /^-?\d$/.test(it)),
						words.map(quoted),
						name.map((it) => `$${it}`),
					),
					tie("path"),
				)
				.map(([index, rest]) => `[${index}]${rest}`),
		),
		reference: fc.oneof(
			fc.tuple(fc.constantFrom("$", "$", "$!"), name, tie("path")).map((parts) => parts.join("")),
			fc.tuple(fc.constantFrom("${", "$!{"), name, tie("path")).map((parts) => `${parts.join("")}}`),
			jsonPath.map((it) => `$input.path("${it}")`),
			jsonPath.map((it) => `$input.json("${it}")`),
			fc.constantFrom(
				"$input.body",
				"$input.params('petId')",
				"$input.params()",
				"$context.stage",
				"$stageVariables.env",
			),
			fc.constantFrom("$foreach.index", "$foreach.hasNext", "$velocityCount", "$foreach.parent.index", "$foreach.last"),
			fc
				.tuple(
					fc.constantFrom("escapeJavaScript", "urlEncode", "urlDecode", "base64Encode", "base64Decode", "parseJson"),
					tie("parameter"),
				)
				.map(([method, parameter]) => `$util.${method}(${parameter})`),
		),
	};
}
