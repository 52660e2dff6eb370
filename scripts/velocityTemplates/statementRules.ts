import fc, { type LetrecValue } from "fast-check";
import type { Dialect } from "../../language/vtl/dialect.ts";
import type { Grammar, Tie } from "./grammar.ts";
import { macroRules } from "./macroRules.ts";
import { blank, name, plainText, text } from "./vocabulary.ts";

/** Text, references and directives. */
export function statementRules(tie: Tie, dialect: Dialect): Pick<LetrecValue<Grammar>, "statement" | "statements"> {
	return {
		statement: fc.oneof(
			{ maxDepth: 4, depthIdentifier: "statement" },
			{ arbitrary: plainText, weight: 4 },
			{ arbitrary: text, weight: 1 },
			{ arbitrary: tie("reference"), weight: 4 },
			fc.tuple(blank, tie("reference"), blank, tie("expression"), blank).map((parts) => set(parts)),
			fc
				.tuple(
					blank,
					name.map((it) => `$${it}`),
					blank,
					tie("expression"),
					blank,
				)
				.map((parts) => set(parts)),
			fc
				.tuple(
					tie("expression"),
					blank,
					tie("statements"),
					tie("statements"),
					fc.constantFrom("#end", "#{end}", "#end\n"),
				)
				.map(
					([condition, space, then, otherwise, end]) =>
						`#if(${condition})${space}${then}#{else}${space}${otherwise}${end}`,
				),
			fc
				.tuple(tie("expression"), tie("statements"), tie("expression"), tie("statements"))
				.map(([a, then, b, other]) => `#if(${a})${then}#elseif(${b})${other}#end`),
			fc
				.tuple(
					name,
					fc.oneof(tie("reference"), fc.constantFrom("[1..3]", "['a', 'b']", "{'a':1,'b':2}", "$r.items")),
					blank,
					tie("statements"),
				)
				.map(([variable, list, space, body]) => `#foreach($${variable} in ${list})${space}${body}#end`),
			fc.tuple(name, tie("statements")).map(([variable, body]) => `#define($${variable})${body}#end`),
			fc.constantFrom(
				"#break",
				"#stop",
				"#break()",
				"#stop()",
				"#break($foreach)",
				"#literal()$x#end",
				"#macro(m $a)$a#end",
			),
			...(dialect === "velocity17" ? macroRules(tie) : []),
		),
		statements: fc.array(tie("statement"), { maxLength: 4 }).map((parts) => parts.join("")),
	};
}

function set([before, target, left, value, right]: readonly [string, string, string, string, string]): string {
	return `${before}#set(${target}${left}=${right}${value})`;
}
