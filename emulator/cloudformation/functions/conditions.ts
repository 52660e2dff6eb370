import { type Node, plain, scalar } from "../node.ts";
import { type Intrinsic, refuse, type Scope } from "../scope.ts";

/** `Fn::If`: only the branch that is taken is looked at, as the other may name resources that do not exist. */
export const ifFunction: Intrinsic = (argument, at, scope) => {
	const [condition, whenTrue, whenFalse] = argument.kind === "list" ? argument.items : [];
	if (condition?.kind !== "scalar" || whenTrue === undefined || whenFalse === undefined) {
		return refuse(scope, at, "Fn::If needs the name of a condition and two values.");
	}
	const holds = scope.condition(condition.text, at);
	return holds === undefined ? undefined : scope.resolve(holds ? whenTrue : whenFalse);
};

export const condition: Intrinsic = (argument, at, scope) => {
	if (argument.kind !== "scalar") return refuse(scope, at, "Condition needs the name of a condition.");
	const holds = scope.condition(argument.text, at);
	return holds === undefined ? undefined : scalar(holds, at);
};

export const equals: Intrinsic = (argument, at, scope) => {
	const [left, right] = argument.kind === "list" ? argument.items.map(scope.resolve) : [];
	if (left === undefined || right === undefined) return refuse(scope, at, "Fn::Equals needs two values.");
	return scalar(comparable(left) === comparable(right), at);
};

export const and: Intrinsic = (argument, at, scope) => {
	const operands = truths(argument, scope);
	if (operands === undefined || operands.length < 2) return refuse(scope, at, "Fn::And needs two to ten conditions.");
	return scalar(operands.every(Boolean), at);
};

export const or: Intrinsic = (argument, at, scope) => {
	const operands = truths(argument, scope);
	if (operands === undefined || operands.length < 2) return refuse(scope, at, "Fn::Or needs two to ten conditions.");
	return scalar(operands.some(Boolean), at);
};

export const not: Intrinsic = (argument, at, scope) => {
	const operands = truths(argument, scope);
	if (operands?.length !== 1) return refuse(scope, at, "Fn::Not needs one condition, in a list.");
	return scalar(!operands[0], at);
};

/** CloudFormation compares what its JSON says: `true` equals "true", 1 equals "1". */
function comparable(value: Node): string {
	return value.kind === "scalar" ? value.text : JSON.stringify(plain(value));
}

function truths(argument: Node, scope: Scope): readonly boolean[] | undefined {
	if (argument.kind !== "list") return undefined;
	const results: boolean[] = [];
	for (const item of argument.items) {
		const value = scope.resolve(item);
		if (value?.kind !== "scalar") return undefined;
		results.push(value.text === "true");
	}
	return results;
}
