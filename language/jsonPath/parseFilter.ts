import { compilePattern } from "../vtl/regex/compilePattern.ts";
import { invalidPath } from "./invalidPath.ts";
import { type Condition, type Filter, isDefinite, type Operand, type Operator, type Path } from "./tokens.ts";

/** In the order in which the reference looks for them. */
const operators: readonly Operator[] = ["==", ">=", "<=", "!=", "<", ">", "=~"];

type Compile = (path: string) => Path;

/** Reads a filter. Like the reference it splits at the operators wherever they stand, and joins from the right. */
export function parseFilter(text: string, compile: Compile): Filter {
	const found = /^\[\s*\?\s*\((.*)\)\s*\]$/s.exec(text.trim());
	if (found === null) throw invalidPath(`Filter must start with '[?(' and end with ')]'. ${text}`);
	const joints: string[] = [];
	const conditions: Filter[] = [];
	for (const part of (found[1] ?? "").trim().split(/(?<=&&|\|\|)|(?=&&|\|\|)/)) {
		const trimmed = part.trim();
		if (trimmed === "&&" || trimmed === "||") joints.push(trimmed);
		else conditions.push({ kind: "condition", condition: parseCondition(cleaned(trimmed), compile) });
	}
	let result = conditions.pop();
	for (let joint = joints.pop(); joint !== undefined; joint = joints.pop()) {
		const left = conditions.pop();
		if (left === undefined || result === undefined) throw invalidPath(`Invalid operators ${text}`);
		result = joint === "&&" ? and(result, left) : { kind: "any", left: result, right: left };
	}
	if (result === undefined || conditions.length > 0) throw invalidPath(`Invalid operators ${text}`);
	return result;
}

function and(filter: Filter, other: Filter): Filter {
	if (filter.kind === "any") return { ...filter, right: { kind: "all", filters: [filter.right, other] } };
	return { kind: "all", filters: [...(filter.kind === "all" ? filter.filters : [filter]), other] };
}

function cleaned(text: string): string {
	const result = text.replace(/^[[?( ]+/, "").replace(/[) ]+$/, "");
	if (result === "") throw invalidPath("String index out of range: -1");
	return result;
}

function parseCondition(text: string, compile: Compile): Condition {
	const operator = operators.find((it) => text.includes(it));
	if (operator === undefined) return existence(text, compile);
	const at = text.indexOf(operator);
	const left = operand(text.slice(0, at).trim(), compile);
	return { kind: "compare", operator, left, right: operand(text.slice(at + operator.length).trim(), compile) };
}

function existence(text: string, compile: Compile): Condition {
	const wanted = !text.startsWith("!");
	const path = wanted ? text : text.slice(1);
	if (!/^[$@]/.test(path)) throw invalidPath("CriteriaType  can not be parsed");
	return { kind: "exists", path: definite(path, compile), wanted };
}

function operand(text: string, compile: Compile): Operand {
	if (text.startsWith("!@"))
		throw invalidPath("Invalid negation! Can only be used for existence check e.g [?(!@.foo)]");
	if (/^[$@]/.test(text)) return { kind: "path", path: definite(text, compile) };
	if (/^'.*'$/s.test(text)) return { kind: "text", text: text.slice(1, -1) };
	const pattern = /^\/(.*)\/(i?)$/s.exec(text);
	if (pattern === null) return { kind: "text", text };
	return { kind: "pattern", pattern: compilePattern((pattern[2] === "i" ? "(?i)" : "") + (pattern[1] ?? "")) };
}

function definite(text: string, compile: Compile): Path {
	const path = compile(text);
	if (!path.tokens.every(isDefinite)) throw invalidPath(`the predicate path: ${text} is not definite`);
	return path;
}
