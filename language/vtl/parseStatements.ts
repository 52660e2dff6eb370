import { directiveForms, escapableDirectives } from "./directiveForms.ts";
import { image, literal } from "./literal.ts";
import type { Branch, Expression, Plain, Statement } from "./nodes.ts";
import { directiveArgumentFollows, parseDirectiveArgument, parseExpression } from "./parseExpression.ts";
import { parseReference } from "./parseReference.ts";
import type { Reading } from "./reading.ts";
import { LexicalFailure } from "./scanner/lexicalFailure.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";
import { kinds, type Token } from "./tokens.ts";

/** Blocks nested deeper than this are refused. */
const blocksMax = 1000;

export type Complaints = {
	/** Takes a failure of the parser in the statement that begins at `start`; false when there were too many. */
	report(failure: unknown, start: number): boolean;
};

type OpenIf = {
	readonly kind: "if";
	readonly start: number;
	readonly branches: Branch[];
	condition: Expression | undefined;
	branchStart: number;
	hasElse: boolean;
	body: Statement[];
};
type OpenDirective = {
	readonly kind: "directive";
	readonly start: number;
	readonly name: string;
	readonly nameToken: Token;
	readonly arguments: readonly Expression[];
	readonly mark: number;
	readonly bodyMark: number;
	body: Statement[];
};
type Open = OpenIf | OpenDirective;

/** Statements up to the end of the text. Open blocks stand on a stack of their own, so that depth costs no call stack. */
export function parseStatements(reading: Reading, macros: Set<string>, complaints: Complaints): readonly Statement[] {
	const { text, tokens } = reading;
	const top: Statement[] = [];
	const stack: Open[] = [];
	let body = top;

	for (;;) {
		const start = tokens.last().end;
		try {
			if (statement(start)) continue;
			const end = tokens.nextToken();
			if (end.kind !== kinds.eof) tokens.refuse();
			const open = stack.at(-1);
			if (open === undefined) {
				if (end.end > end.from) add({ kind: "comment", ...reading.span(end.from, end.end), output: "" });
				return top;
			}
			throw new SyntaxFailure(end, `#${open.kind === "if" ? "if" : open.name} has no #end.`);
		} catch (failure) {
			if (!recover(failure, start)) return top;
		}
	}

	function add(node: Statement): void {
		const previous = body.at(-1);
		if (node.kind === "text" && previous?.kind === "text") {
			body[body.length - 1] = {
				kind: "text",
				start: previous.start,
				end: node.end,
				output: previous.output + node.output,
			};
		} else body.push(node);
	}

	/** Reads one statement; false where none can begin. */
	function statement(start: number): boolean {
		switch (tokens.peek()) {
			case kinds.text:
			case kinds.dot:
			case kinds.parenClose:
			case kinds.parenOpen:
			case kinds.integer:
			case kinds.float:
			case kinds.string:
			case kinds.escape:
			case kinds.referenceClose:
			case kinds.emptyIndex:
				addText(start);
				return true;
			case kinds.referenceOpen:
				if (tokens.peek(1) === kinds.identifier) addReference(start);
				else addText(start);
				return true;
			case kinds.identifier:
				addReference(start);
				return true;
			case kinds.set:
				addSet(start);
				return true;
			case kinds.if:
				openIf(start);
				return true;
			case kinds.elseif:
			case kinds.else:
				return branch(start);
			case kinds.end:
				return close();
			case kinds.word:
			case kinds.bracketedWord:
				addDirective(start);
				return true;
			case kinds.lineComment:
			case kinds.formalComment:
			case kinds.blockComment:
				addComment(start);
				return true;
			case kinds.textblock: {
				const token = tokens.take();
				const raw = text.slice(token.start, token.end);
				addPlain("textblock", start, token, raw.slice(3, -3));
				return true;
			}
			case kinds.escapedDirective: {
				const token = tokens.take();
				addPlain("escape", start, token, escapedDirective(text.slice(token.start, token.end)));
				return true;
			}
			case kinds.doubleEscape:
				addEscape(start);
				return true;
			default:
				return false;
		}
	}

	function addPlain(kind: Plain["kind"], start: number, token: Token, output: string): void {
		add({ kind, ...reading.span(start, token.end), output });
	}

	function addText(start: number): void {
		const token = tokens.take();
		addPlain("text", start, token, token.special + text.slice(token.start, token.end));
	}

	function addReference(start: number): void {
		add(parseReference(reading, start));
	}

	function addComment(start: number): void {
		const token = tokens.take();
		const raw = text.slice(token.start, token.end);
		const lineMark = raw.indexOf("##");
		const mark = lineMark === -1 ? raw.indexOf("#*") : lineMark;
		if (token.kind === kinds.lineComment) tokens.skip(kinds.lineCommentEnd);
		addPlain("comment", start, tokens.last(), mark === -1 ? "" : raw.slice(0, mark));
	}

	function addSet(start: number): void {
		tokens.take();
		tokens.skip(kinds.whitespace);
		const next = tokens.peek();
		if (next !== kinds.identifier && next !== kinds.referenceOpen) tokens.refuse();
		const target = parseReference(reading);
		tokens.skip(kinds.whitespace);
		tokens.expect(kinds.assign);
		const value = parseExpression(reading);
		const { end } = tokens.expect(kinds.parenClose);
		tokens.scanner.leaveSet();
		add({ kind: "set", ...reading.span(start, end), target, value });
	}

	function condition(): Expression {
		tokens.skip(kinds.whitespace);
		tokens.expect(kinds.parenOpen);
		const result = parseExpression(reading);
		tokens.expect(kinds.parenClose);
		return result;
	}

	function openIf(start: number): void {
		const token = tokens.take();
		const open: OpenIf = {
			kind: "if",
			start,
			branches: [],
			condition: undefined,
			branchStart: start,
			hasElse: false,
			body: [],
		};
		push(open, token);
		open.condition = condition();
	}

	function push(open: Open, token: Token): void {
		if (stack.length >= blocksMax) throw new SyntaxFailure(token, "Blocks are nested too deeply.");
		stack.push(open);
		body = open.body;
	}

	function branch(start: number): boolean {
		const open = stack.at(-1);
		if (open?.kind !== "if" || open.hasElse) return false;
		finishBranch(open, start);
		const token = tokens.take();
		open.branchStart = start;
		open.condition = undefined;
		open.hasElse = token.kind === kinds.else;
		if (!open.hasElse) open.condition = condition();
		return true;
	}

	function finishBranch(open: OpenIf, end: number): void {
		open.branches.push({ ...reading.span(open.branchStart, end), condition: open.condition, body: open.body });
		open.body = [];
		body = open.body;
	}

	function close(): boolean {
		const open = stack.pop();
		if (open === undefined) return false;
		const end = tokens.take();
		finish(open, end.start, end.end, tokens.mark() - 1);
		return true;
	}

	/** Closes the block, at its #end or where reading gave up. */
	function finish(open: Open, bodyEnd: number, end: number, endMark: number): void {
		if (open.kind === "if") finishBranch(open, bodyEnd);
		body = stack.at(-1)?.body ?? top;
		if (open.kind === "if") {
			add({ kind: "if", ...reading.span(open.start, end), branches: open.branches });
			return;
		}
		const { name, nameToken, arguments: parameters } = open;
		const printed = name.startsWith("@") ? image(text, tokens, open.mark, endMark) : "";
		const node: Statement = {
			kind: "directive",
			...reading.span(open.start, end),
			name,
			nameSpan: reading.span(nameToken.start, nameToken.end),
			arguments: parameters,
			body: open.body,
			image: printed,
			bodyLiteral: name === "literal" ? literal(text, tokens, open.bodyMark, endMark - 1) : "",
		};
		if (name === "macro") declareMacro(parameters, tokens.token(open.mark + 1));
		add(node);
		const fault = directiveForms.get(name)?.fault(parameters.length, true);
		if (fault !== undefined) reading.refuseLate(node, fault);
	}

	function declareMacro(parameters: readonly Expression[], after: Token): void {
		const name = parameters[0];
		if (name?.kind !== "word") throw new SyntaxFailure(after, "#macro needs a name as its first argument.");
		macros.add(name.word);
	}

	function addDirective(start: number): void {
		const mark = tokens.mark();
		const token = tokens.take();
		const raw = text.slice(token.start, token.end);
		const name = token.kind === kinds.bracketedWord ? raw.slice(2, -1) : raw.slice(1);
		tokens.scanner.enterDirective();
		if (!tokens.scanner.parenthesisFollows()) {
			if (name === "macro") throw new SyntaxFailure(token, "#macro needs at least a name.");
			tokens.scanner.leaveDirective();
			line(start, name, token, [], raw);
			return;
		}
		tokens.skip(kinds.whitespace);
		tokens.expect(kinds.parenOpen);
		const parameters: Expression[] = [];
		while (directiveArgumentFollows(reading)) {
			tokens.skip(kinds.whitespace);
			if (tokens.skip(kinds.comma)) tokens.skip(kinds.whitespace);
			const parameter = parseDirectiveArgument(reading);
			refuseWord(name, parameters.length, parameter, tokens.token(mark + 1));
			parameters.push(parameter);
		}
		tokens.skip(kinds.whitespace);
		tokens.expect(kinds.parenClose);
		if (directiveForms.get(name)?.block ?? name.startsWith("@")) {
			const bodyMark = tokens.mark();
			push(
				{ kind: "directive", start, name, nameToken: token, arguments: parameters, mark, bodyMark, body: [] },
				token,
			);
		} else line(start, name, token, parameters, image(text, tokens, mark, tokens.mark() - 1));
	}

	/** A directive without a block. */
	function line(start: number, name: string, token: Token, parameters: readonly Expression[], printed: string): void {
		const node: Statement = {
			kind: "directive",
			...reading.span(start, tokens.last().end),
			name,
			nameSpan: reading.span(token.start, token.end),
			arguments: parameters,
			body: undefined,
			image: name.startsWith("@") ? `#${name}` : printed,
			bodyLiteral: "",
		};
		add(node);
		const fault = directiveForms.get(name)?.fault(parameters.length, false);
		if (fault !== undefined) reading.refuseLate(node, fault);
	}

	/** The reference reports these at the token after the name. */
	function refuseWord(name: string, place: number, parameter: Expression, after: Token): void {
		const word = parameter.kind === "word";
		if (name === "macro" && place === 0) {
			if (!word) throw new SyntaxFailure(after, "#macro needs a name as its first argument.");
		} else if (word && directiveForms.has(name) && !(name === "foreach" && place === 1)) {
			throw new SyntaxFailure(after, `#${name} takes no bare word as argument ${place + 1}.`);
		}
	}

	/** An odd number of backslashes before a directive: half of them print, and the directive is text. */
	function escapedDirective(raw: string): string {
		const last = raw.lastIndexOf("\\");
		const directive = raw.slice(last + 1);
		const name = directive[1] === "{" ? directive.slice(2, -1) : directive.slice(1);
		const known = escapableDirectives.has(name) || directiveForms.has(name) || macros.has(name);
		return known ? raw.slice(0, last >> 1) + directive : raw;
	}

	/** Pairs of backslashes print as one each before a directive, and as they are elsewhere. */
	function addEscape(start: number): void {
		let count = 0;
		while (tokens.peek() === kinds.doubleEscape) {
			tokens.take();
			count++;
		}
		const next = tokens.nextToken();
		const control =
			(next.kind >= kinds.end && next.kind <= kinds.else) ||
			directiveForms.has(text.slice(next.start + 1, next.end)) ||
			macros.has(text.slice(next.start + 1, next.end));
		addPlain("escape", start, tokens.last(), (control ? "\\" : "\\\\").repeat(count));
	}

	/** Reports the failure and goes on behind it: after the line, or before the next directive. */
	function recover(failure: unknown, start: number): boolean {
		if (!(failure instanceof SyntaxFailure || failure instanceof LexicalFailure)) throw failure;
		const more = complaints.report(failure, start);
		const at = failure instanceof LexicalFailure ? failure.died : failure.token.start;
		const atEnd = failure instanceof SyntaxFailure && failure.token.kind === kinds.eof;
		const end = more && !atEnd ? resumption(text, Math.max(at, start + 1)) : text.length;
		if (atEnd || !more) {
			const reached = Math.max(tokens.last().end, start);
			for (let open = stack.pop(); open !== undefined; open = stack.pop()) {
				if (reached < end) breakOff(reached, end);
				finish(open, end, end, tokens.mark() - 1);
			}
			if (lastEnd() < end) breakOff(lastEnd(), end);
			return false;
		}
		breakOff(start, end);
		tokens.resume(end);
		return end < text.length || stack.length > 0;
	}

	function lastEnd(): number {
		return top.at(-1)?.end ?? 0;
	}

	function breakOff(start: number, end: number): void {
		const previous = body.at(-1);
		const from = previous === undefined ? start : previous.end;
		if (from < end) add({ kind: "broken", ...reading.span(Math.min(from, start), end) });
	}
}

function resumption(text: string, from: number): number {
	for (let i = from; i < text.length; i++) {
		const c = text[i];
		if (c === "\n" || c === ")") return i + 1;
		if (c === "#" && i > from) return i;
	}
	return text.length;
}
