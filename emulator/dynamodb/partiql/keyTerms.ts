import type { KeyCondition, KeyOperator } from "../expressions/keyCondition.ts";
import type { Comparator, Condition, Operand } from "../expressions/syntax.ts";
import type { Value } from "../values/value.ts";

/** The conditions that must all hold, if there are several. */
export function conjuncts(where: Condition | undefined): readonly Condition[] {
	if (where === undefined) return [];
	return where.kind === "and" ? where.terms.flatMap(conjuncts) : [where];
}

/** What a condition says of one attribute by itself and given values, as a query's key condition could. */
export function keyCondition(term: Condition): KeyCondition | undefined {
	switch (term.kind) {
		case "compare": {
			const { operator } = term;
			if (operator === "<>") return undefined;
			const straight = conditionOn(term.left, operator, [term.right]);
			return straight ?? conditionOn(term.right, mirrored[operator], [term.left]);
		}
		case "between":
			return conditionOn(term.operand, "BETWEEN", [term.low, term.high]);
		case "call": {
			const [attribute, prefix] = term.args;
			if (term.name !== "begins_with" || attribute === undefined || prefix === undefined) return undefined;
			return conditionOn(attribute, "begins_with", [prefix]);
		}
		default:
			return undefined;
	}
}

/** The values of which an attribute must have one: by `=`, IN, or several of these with OR. */
export function valuesOf(term: Condition, attribute: string): readonly Value[] | undefined {
	if (term.kind === "or") {
		const options = term.terms.map((option) => valuesOf(option, attribute));
		return options.every((option) => option !== undefined) ? options.flat() : undefined;
	}
	if (term.kind === "in") {
		const values = literals(term.options);
		return nameOf(term.operand) === attribute ? values : undefined;
	}
	const condition = keyCondition(term);
	return condition?.attribute === attribute && condition.operator === "=" ? condition.values : undefined;
}

const mirrored: Readonly<Record<Exclude<Comparator, "<>">, KeyOperator>> = {
	"=": "=",
	"<": ">",
	"<=": ">=",
	">": "<",
	">=": "<=",
};

function conditionOn(operand: Operand, operator: KeyOperator, others: readonly Operand[]): KeyCondition | undefined {
	const attribute = nameOf(operand);
	const [first, ...rest] = literals(others) ?? [];
	return attribute === undefined || first === undefined ? undefined : { attribute, operator, values: [first, ...rest] };
}

function nameOf(operand: Operand): string | undefined {
	if (operand.kind !== "path" || operand.path.length !== 1) return undefined;
	return String(operand.path[0]);
}

/** The operands' values, if all of them are values. */
function literals(operands: readonly Operand[]): readonly Value[] | undefined {
	const values = operands.flatMap((operand) => (operand.kind === "value" ? [operand.value] : []));
	return values.length === operands.length ? values : undefined;
}
