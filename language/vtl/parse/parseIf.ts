import type { Expression, IfStatement } from "../nodes.ts";
import type { OpenBlocks, OpenIf } from "./openBlocks.ts";
import { parseExpression } from "./parseExpression.ts";
import type { Reading } from "./reading.ts";
import { expect, skip, take } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/** `#if(…)`. The block is open before its condition is read, so that it stays open when that fails. */
export function openIf(reading: Reading, blocks: OpenBlocks, start: number): void {
	const token = take(reading.tokens);
	const open: OpenIf = {
		kind: "if",
		start,
		branches: [],
		condition: undefined,
		branchStart: start,
		hasElse: false,
		body: [],
	};
	blocks.open(open, token);
	open.condition = condition(reading);
}

/** `#elseif(…)` or `#else`; false where none can stand. */
export function openBranch(reading: Reading, blocks: OpenBlocks, start: number): boolean {
	const open = blocks.innermost();
	if (open?.kind !== "if" || open.hasElse) return false;
	finishBranch(reading, open, start);
	const token = take(reading.tokens);
	open.branchStart = start;
	open.condition = undefined;
	open.hasElse = token.kind === kinds.else;
	if (!open.hasElse) open.condition = condition(reading);
	return true;
}

export function closeIf(reading: Reading, open: OpenIf, bodyEnd: number, end: number): IfStatement {
	finishBranch(reading, open, bodyEnd);
	return { kind: "if", start: reading.origin(open.start), end: reading.origin(end), branches: open.branches };
}

function finishBranch(reading: Reading, open: OpenIf, end: number): void {
	open.branches.push({
		start: reading.origin(open.branchStart),
		end: reading.origin(end),
		condition: open.condition,
		body: open.body,
	});
	open.body = [];
}

function condition(reading: Reading): Expression {
	const { tokens } = reading;
	skip(tokens, kinds.whitespace);
	expect(tokens, kinds.parenOpen);
	const result = parseExpression(reading);
	expect(tokens, kinds.parenClose);
	return result;
}
