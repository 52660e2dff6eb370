import { javaPosition } from "./javaPosition.ts";
import type { Problem, Span, Statement, Template } from "./nodes.ts";
import { parseIndex, parseParameter } from "./parseExpression.ts";
import { parseStatements } from "./parseStatements.ts";
import type { Reading } from "./reading.ts";
import { LexicalFailure } from "./scanner.ts";
import { badEscape, stringLiteral } from "./stringLiteral.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";
import { tokenStream } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/** Expressions and strings nested deeper than this are refused; the reference would end in a stack overflow. */
const depthMax = 200;
/** After so many problems the rest of the text is taken as it is: it is no template. */
const problemsMax = 100;

/** Reads a template. Never fails: what cannot be read is a problem and a `broken` statement, and reading goes on behind. */
export function parse(text: string): Template {
	const problems: Flaw[] = [];
	const nodes = readText(text, (offset) => offset, 0, new Set(), problems);
	// The reference reads the whole template before it looks into its strings, so their problems come second.
	problems.sort((a, b) => Number(a.late) - Number(b.late));
	return { text, nodes, problems: problems.map((flaw) => problem(text, flaw)) };
}

/** A problem before its line and column are counted. */
export type Flaw = Span & {
	readonly kind: Problem["kind"];
	readonly message: string;
	/** Where the reference says it is: an offset, and one column more at the end of the text. */
	readonly reported: number;
	readonly behind: boolean;
	/** Found only when the tree is complete. */
	readonly late: boolean;
};

/** Reads a whole text, be it the template or the inside of a string; `origin` maps its offsets to the template's. */
export function readText(
	text: string,
	origin: (offset: number) => number,
	depth: number,
	macros: Set<string>,
	problems: Flaw[],
): readonly Statement[] {
	const tokens = tokenStream(text);
	let level = depth;
	const reading: Reading = {
		text,
		tokens,
		span: (start, end) => ({ start: origin(start), end: origin(end) }),
		nested: (read) => {
			level++;
			if (level > depthMax) throw new SyntaxFailure(tokens.nextToken(), "This is nested too deeply.");
			const result = read();
			level--;
			return result;
		},
		parameter: () => parseParameter(reading),
		index: () => parseIndex(reading),
		string: (token) => {
			if (badEscape(text.slice(token.start, token.end))) {
				const span = { start: origin(token.start), end: origin(token.end) };
				const message = "\\u needs four hexadecimal digits in a string in double quotes.";
				problems.push({ ...span, kind: "runtime", message, reported: span.start, behind: false, late: true });
			}
			const before = problems.length;
			const expression = stringLiteral(text, token, origin, (inside, map) =>
				readText(inside, map, level + 1, macros, problems),
			);
			reportInside(problems, before, token.start);
			return expression;
		},
	};

	function reportInside(list: Flaw[], before: number, literalStart: number): void {
		// The reference reports the string, at the string; further problems inside the same one would hide nothing.
		for (let i = before; i < list.length; i++) {
			const flaw = list[i];
			if (flaw !== undefined) list[i] = { ...flaw, late: true, reported: origin(literalStart), behind: false };
		}
	}

	return parseStatements(reading, macros, {
		report: (failure, start) => {
			level = depth;
			problems.push(flawOf(text, failure, origin, start));
			return problems.length < problemsMax;
		},
		refuseLate: (span, message) => {
			problems.push({ ...span, kind: "runtime", message, reported: span.start, behind: false, late: true });
		},
	});
}

function flawOf(text: string, failure: unknown, origin: (offset: number) => number, start: number): Flaw {
	const shared = { kind: "syntax", late: false, start: origin(start) } as const;
	if (failure instanceof LexicalFailure) {
		const behind = failure.died + 1 >= text.length;
		const at = Math.max(Math.min(failure.died, text.length - 1), 0);
		const found = behind ? "the end of the text" : `"${text[failure.died] ?? ""}"`;
		const message = `Lexical error: unexpected ${found}.`;
		return { ...shared, message, end: origin(Math.min(at + 1, text.length)), reported: origin(at), behind };
	}
	if (failure instanceof SyntaxFailure) {
		const { token } = failure;
		const found = token.kind === kinds.eof ? "the end of the text" : `"${text.slice(token.start, token.end)}"`;
		const message = failure.message === "" ? `Encountered ${found} where it cannot stand.` : failure.message;
		return { ...shared, message, end: origin(token.end), reported: origin(token.start), behind: false };
	}
	throw failure;
}

function problem(text: string, { kind, message, start, end, reported, behind }: Flaw): Problem {
	const { line, column } = javaPosition(text, reported);
	const c = text[reported];
	const newLine = behind && (c === "\n" || c === "\r");
	return {
		kind,
		message,
		start,
		end,
		line: newLine ? line + 1 : line,
		column: newLine ? 0 : behind ? column + 1 : column,
	};
}
