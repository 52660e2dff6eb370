import fc, { type Arbitrary } from "fast-check";
import type { Dialect } from "../../language/vtl/dialect.ts";
import { expressionRules } from "./expressionRules.ts";
import type { Grammar } from "./grammar.ts";
import { referenceRules } from "./referenceRules.ts";
import { statementRules } from "./statementRules.ts";

/** Random templates for the comparison with the reference engine, grown from the language's grammar. */
export function templates(dialect: Dialect): Arbitrary<string> {
	const { expression, reference, statements } = fc.letrec<Grammar>((tie) => ({
		...referenceRules(tie),
		...expressionRules(tie),
		...statementRules(tie, dialect),
	}));
	const first = fc.constantFrom(
		"",
		"#set($r = $input.path('$'))",
		"#set($r=$input.path('$'))#set($l=[1,'b',2.5])#set($m={'a':1,'k1':'v'})#set($s='a,B c')",
	);
	const last = fc.oneof(
		reference,
		expression.map((it) => `#set($x = ${it})$x`),
		statements,
	);
	return fc.tuple(first, statements, last).map((parts) => parts.join(""));
}
