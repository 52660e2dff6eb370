import { numberFormat } from "../vtl/javaException.ts";
import { compareDecimals, decimalFromText } from "../vtl/numbers/decimals.ts";
import { isNumber } from "../vtl/numbers/numberValue.ts";
import type { Printing } from "../vtl/printing.ts";
import { compilePattern } from "../vtl/regex/compilePattern.ts";
import { createMatcher } from "../vtl/regex/matchPattern.ts";
import type { Pattern } from "../vtl/regex/pattern.ts";
import { toJavaString } from "../vtl/toJavaString.ts";
import type { Value } from "../vtl/values.ts";
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

/** Thrown where two values have no order; the condition is then false. */
export class NotComparable extends Error {}

/** Compares what was found with what was written. */
export function holds(
	operator: Operator,
	found: Value | Pattern,
	wanted: Value | Pattern,
	printing: Printing,
): boolean {
	if (operator === "=~") return matches(found, wanted, printing);
	if (isPattern(found) || isPattern(wanted)) throw new NotComparable();
	if (operator === "==") return compare(wanted, found, printing) === 0;
	if (operator === "!=") return compare(wanted, found, printing) !== 0;
	if ((wanted === null) !== (found === null)) return false;
	const order = compare(wanted, found, printing);
	if (operator === ">") return order < 0;
	if (operator === ">=") return order <= 0;
	return operator === "<" ? order > 0 : order >= 0;
}

function isPattern(value: Value | Pattern): value is Pattern {
	return typeof value === "object" && value !== null && "root" in value;
}

function matches(found: Value | Pattern, wanted: Value | Pattern, printing: Printing): boolean {
	const pattern = isPattern(found) ? found : wanted;
	const target = isPattern(found) ? wanted : found;
	if (!isPattern(pattern)) throw invalidPath("The right side of =~ is no pattern.");
	if (target === null || isPattern(target)) return false;
	return createMatcher(pattern, toJavaString(target, printing), printing.budget).whole() !== undefined;
}

function compare(left: Value, right: Value, printing: Printing): number {
	const leftNull = left === null || left === "null";
	const rightNull = right === null || right === "null";
	if (leftNull || rightNull) return leftNull && rightNull ? 0 : leftNull ? -1 : 1;
	if (typeof left === "string" && typeof right === "string") {
		const unescaped = left.replaceAll("\\'", "'");
		return unescaped < right ? -1 : unescaped > right ? 1 : 0;
	}
	if (isNumber(right) && (isNumber(left) || typeof left === "string")) {
		return compareDecimals(decimal(toJavaString(left, printing)), decimal(toJavaString(right, printing)));
	}
	if (typeof right === "boolean" && (typeof left === "string" || typeof left === "boolean")) {
		const truth = typeof left === "string" ? left.toLowerCase() === "true" : left;
		return Number(truth) - Number(right);
	}
	throw new NotComparable();
}

function decimal(text: string) {
	if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,6})?$/.test(text)) throw numberFormat(text);
	return decimalFromText(text);
}
