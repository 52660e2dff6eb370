import type { Condition, DocumentPath, Operand } from "./syntax.ts";

/** Every path that a condition reads. */
export function conditionPaths(condition: Condition): readonly DocumentPath[] {
	switch (condition.kind) {
		case "and":
		case "or":
			return condition.terms.flatMap(conditionPaths);
		case "not":
			return conditionPaths(condition.term);
		case "compare":
			return [condition.left, condition.right].flatMap(operandPaths);
		case "between":
			return [condition.operand, condition.low, condition.high].flatMap(operandPaths);
		case "in":
			return [condition.operand, ...condition.options].flatMap(operandPaths);
		case "call":
			return condition.args.flatMap(operandPaths);
	}
}

function operandPaths(operand: Operand): readonly DocumentPath[] {
	if (operand.kind === "path") return [operand.path];
	return operand.kind === "call" ? operand.args.flatMap(operandPaths) : [];
}
