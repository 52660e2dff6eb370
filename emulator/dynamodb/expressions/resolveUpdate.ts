import { typeOf, type ValueType } from "../values/value.ts";
import { checkDistinct, checkOperandCount, needsPath, wrongFunctionOperand } from "./checkOperands.ts";
import { ExpressionError } from "./expressionError.ts";
import type { Placeholders } from "./placeholders.ts";
import { resolveOperand, resolvePath } from "./resolve.ts";
import {
	type DocumentPath,
	type Operand,
	pathText,
	type SetValue,
	type SetValueSyntax,
	type Update,
	type UpdateAction,
	type UpdateActionSyntax,
	type UpdateSyntax,
} from "./syntax.ts";

/** Puts a request's names and values into a parsed update; then paths against one another, then types, in DynamoDB's order. */
export function resolveUpdate(update: UpdateSyntax, placeholders: Pick<Placeholders, "name" | "value">): Update {
	const paths = update.actions.map(({ path }) => resolvePath(path, placeholders));
	const actions = update.actions.map((action, index) => resolveAction(action, paths[index] ?? [], placeholders));
	checkPaths(paths);
	for (const action of actions) {
		if (action.section === "ADD" || action.section === "DELETE") checkOperand(action.section, typeOf(action.value));
		if (action.section === "SET") checkSetValue(action.value);
	}
	return { actions };
}

/** No path of an update or a projection may be, contain or contradict another. */
export function checkPaths(paths: readonly DocumentPath[]): void {
	for (const [index, path] of paths.entries()) {
		for (const earlier of paths.slice(0, index)) checkPair(earlier, path);
	}
}

function checkPair(one: DocumentPath, two: DocumentPath): void {
	const length = Math.min(one.length, two.length);
	for (let i = 0; i < length; i++) {
		if (typeof one[i] !== typeof two[i]) throw pathsClash("conflict", one, two);
		if (one[i] !== two[i]) return;
	}
	throw pathsClash("overlap", one, two);
}

const pathsClash = (how: "conflict" | "overlap", one: DocumentPath, two: DocumentPath) =>
	new ExpressionError(
		`Two document paths ${how} with each other; must remove or rewrite one of these paths; path one: ${pathText(one)}, path two: ${pathText(two)}`,
	);

function resolveAction(
	action: UpdateActionSyntax,
	path: DocumentPath,
	placeholders: Pick<Placeholders, "name" | "value">,
): UpdateAction {
	switch (action.section) {
		case "SET":
			return { section: "SET", path, value: resolveSetValue(action.value, placeholders) };
		case "REMOVE":
			return { section: "REMOVE", path };
		case "ADD":
		case "DELETE":
			return { section: action.section, path, value: placeholders.value(action.placeholder) };
	}
}

function resolveSetValue(value: SetValueSyntax, placeholders: Pick<Placeholders, "name" | "value">): SetValue {
	if (value.kind !== "arithmetic") return resolveOperand(value, placeholders);
	return {
		kind: "arithmetic",
		operator: value.operator,
		left: resolveSetValue(value.left, placeholders),
		right: resolveOperand(value.right, placeholders),
	};
}

function checkSetValue(value: SetValue): void {
	if (value.kind !== "arithmetic") return checkFunction(value);
	for (const operand of [value.left, value.right]) {
		if (operand.kind === "arithmetic") {
			checkSetValue(operand);
			continue;
		}
		checkFunction(operand);
		const type = immediateType(operand);
		if (type !== undefined && type !== "N") throw wrongFunctionOperand(value.operator, type);
	}
}

function checkFunction(operand: Operand): void {
	if (operand.kind !== "call") return;
	operand.args.forEach(checkFunction);
	checkOperandCount(operand.name, 2, operand.args.length);
	if (operand.name === "if_not_exists") {
		const [first, ...others] = operand.args;
		if (first?.kind !== "path") throw needsPath(operand.name);
		checkDistinct(operand.name, first, others);
		return;
	}
	for (const arg of operand.args) {
		const type = immediateType(arg);
		if (type !== undefined && type !== "L") throw wrongFunctionOperand(operand.name, type);
	}
}

function immediateType(operand: Operand): ValueType | undefined {
	return operand.kind === "value" ? typeOf(operand.value) : undefined;
}

/** What ADD and DELETE cannot take, by the names that their message has for the types. */
const typeNames: Partial<Record<ValueType, string>> = {
	S: "STRING",
	N: "NUMBER",
	B: "BINARY",
	NULL: "NULL",
	BOOL: "BOOLEAN",
	L: "LIST",
	M: "MAP",
};

function checkOperand(section: "ADD" | "DELETE", type: ValueType): void {
	const name = typeNames[type];
	if (name === undefined || (section === "ADD" && type === "N")) return;
	// The set of types is in what clients report of late, and in DynamoDB Local; dynalite's recordings, of 2016, end before it.
	throw new ExpressionError(
		`Incorrect operand type for operator or function; operator: ${section}, operand type: ${name}, typeSet: ALLOWED_FOR_${section}_OPERAND`,
	);
}
