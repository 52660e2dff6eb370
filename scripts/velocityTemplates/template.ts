import fc from "fast-check";
import { expressionRules } from "./expressionRules.ts";
import type { Grammar } from "./grammar.ts";
import { referenceRules } from "./referenceRules.ts";
import { statementRules } from "./statementRules.ts";

const { expression, reference, statements } = fc.letrec<Grammar>((tie) => ({
	...referenceRules(tie),
	...expressionRules(tie),
	...statementRules(tie),
}));

/** Random templates for the comparison with the reference engine, grown from the language's grammar. */
export const template = fc
	.tuple(
		fc.constantFrom(
			"",
			"#set($r = $input.path('$'))",
			"#set($r=$input.path('$'))#set($l=[1,'b',2.5])#set($m={'a':1,'k1':'v'})#set($s='a,B c')",
		),
		statements,
		fc.oneof(
			reference,
			expression.map((it) => `#set($x = ${it})$x`),
			statements,
		),
	)
	.map((parts) => parts.join(""));
