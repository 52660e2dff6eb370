import { conditionFunctions, updateFunctions } from "./checkConditionSyntax.ts";
import { checkReserved } from "./checkReserved.ts";
import { ExpressionError } from "./expressionError.ts";
import type {
	OperandSyntax,
	PathSyntax,
	SetValueSyntax,
	UpdateActionSyntax,
	UpdateSection,
	UpdateSyntax,
} from "./syntax.ts";
import { type TokenReader, tokenReader } from "./tokenReader.ts";

/** Parses an update expression, and checks what needs no names or values: reserved words, functions, sections written twice. */
export function parseUpdate(text: string): UpdateSyntax {
	const reader = tokenReader(text);
	const sections: UpdateSection[] = [];
	const actions: UpdateActionSyntax[] = [];
	do {
		const section = sectionNames.find((name) => reader.isKeyword(name)) ?? reader.fail();
		reader.advance();
		sections.push(section);
		actions.push(parseAction(reader, section));
		while (reader.isSymbol(",")) {
			reader.advance();
			actions.push(parseAction(reader, section));
		}
	} while (reader.token.kind !== "end");
	if (reader.redundantGroups) throw new ExpressionError("The expression has redundant parentheses;");
	checkReserved(attributesOf(actions));
	checkFunctions(actions);
	const twice = sections.find((section, index) => sections.indexOf(section) !== index);
	if (twice !== undefined) {
		throw new ExpressionError(`The "${twice}" section can only be used once in an update expression;`);
	}
	return { sections, actions };
}

const sectionNames = ["SET", "REMOVE", "ADD", "DELETE"] as const;

function parseAction(reader: TokenReader, section: UpdateSection): UpdateActionSyntax {
	const path = reader.path();
	switch (section) {
		case "SET":
			reader.symbol("=");
			reader.countOperator();
			return { section, path, value: parseSetValue(reader) };
		case "REMOVE":
			return { section, path };
		case "ADD":
		case "DELETE": {
			if (reader.token.kind !== "value") reader.fail();
			return { section, path, placeholder: reader.advance().text };
		}
	}
}

/** `operand`, `operand + operand` or `operand - operand`, the whole perhaps in parentheses. */
function parseSetValue(reader: TokenReader): SetValueSyntax {
	if (!reader.isSymbol("(")) return parseSum(reader, reader.operand());
	const open = reader.index;
	reader.advance();
	const inner = parseSetValue(reader);
	reader.symbol(")");
	reader.group(open);
	return inner.kind === "arithmetic" ? inner : parseSum(reader, inner);
}

function parseSum(reader: TokenReader, left: OperandSyntax): SetValueSyntax {
	if (!reader.isSymbol("+") && !reader.isSymbol("-")) return left;
	const operator = reader.advance().text === "+" ? "+" : "-";
	reader.countOperator();
	return { kind: "arithmetic", operator, left, right: reader.operand() };
}

function operandsOf(action: UpdateActionSyntax): readonly OperandSyntax[] {
	return action.section === "SET" ? operandsOfValue(action.value) : [];
}

function operandsOfValue(value: SetValueSyntax): readonly OperandSyntax[] {
	return value.kind === "arithmetic" ? [...operandsOfValue(value.left), value.right] : [value];
}

function attributesOf(actions: readonly UpdateActionSyntax[]): readonly string[] {
	const names: string[] = [];
	const path = (syntax: PathSyntax) => {
		for (const element of syntax.elements) if (element.kind === "attribute") names.push(element.name);
	};
	const operand = (syntax: OperandSyntax) => {
		if (syntax.kind === "path") path(syntax);
		if (syntax.kind === "call") syntax.args.forEach(operand);
	};
	for (const action of actions) {
		path(action.path);
		operandsOf(action).forEach(operand);
	}
	return names;
}

function checkFunctions(actions: readonly UpdateActionSyntax[]): void {
	const check = (syntax: OperandSyntax) => {
		if (syntax.kind !== "call") return;
		if (!updateFunctions.has(syntax.name)) {
			const what = conditionFunctions.has(syntax.name)
				? "The function is not allowed in an update expression"
				: "Invalid function name";
			throw new ExpressionError(`${what}; function: ${syntax.name}`);
		}
		syntax.args.forEach(check);
	};
	for (const action of actions) operandsOf(action).forEach(check);
}
