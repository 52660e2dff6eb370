import type { Dialect } from "../dialect.ts";
import { javaPosition } from "../javaPosition.ts";
import type { Statement } from "../nodes.ts";
import { directiveForms } from "./directiveForms.ts";
import { type Flaw, problemsMax } from "./flaw.ts";
import { parseIndex, parseParameter } from "./parseOperand.ts";
import { parseStatements } from "./parseStatements.ts";
import type { Reading } from "./reading.ts";
import { LexicalFailure } from "./scanner/lexicalFailure.ts";
import { badEscape, stringLiteral } from "./stringLiteral.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";
import { nextToken, resume, type TokenStream, tokenStream } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/** Expressions and strings nested deeper than this are refused; the reference would end in a stack overflow. */
const depthMax = 200;

/** A text to read, be it the template or the inside of a string. */
export type Source = {
	readonly text: string;
	readonly dialect: Dialect;
	readonly depth: number;
	readonly macros: Set<string>;
	readonly flaws: Flaw[];
	/** Maps an offset to the template's. */
	origin(offset: number): number;
	/** Line and column of an offset, as the reference counts them. */
	place(offset: number): Place;
	/** Asked between statements that stand in no block; true ends the reading there. */
	isEnough?(at: number, tokens: TokenStream): boolean;
	/** Told how far the reader has looked when it failed. */
	failed?(seen: number): void;
};

type Place = { readonly line: number; readonly column: number };

/** Puts the statements of the text from an offset on behind those in `top`. */
export function readText(source: Source, top: Statement[] = [], from = 0): readonly Statement[] {
	const { text, dialect, depth, macros, flaws, origin } = source;
	const tokens = tokenStream(text);
	if (from > 0) resume(tokens, from);
	let level = depth;
	const reading: Reading = {
		text,
		tokens,
		forms: directiveForms(dialect),
		origin,
		span: (start, end) => ({ start: origin(start), end: origin(end) }),
		descend: () => {
			level++;
			if (level > depthMax) throw new SyntaxFailure(nextToken(tokens), "This is nested too deeply.");
		},
		ascend: () => {
			level--;
		},
		refuseLate: ({ start, end }, message, at) => {
			const shared = { start, end, message, late: true };
			if (at === undefined) flaws.push({ ...shared, ...source.place(0), kind: "runtime", atStart: depth === 0 });
			else flaws.push({ ...shared, ...source.place(at), kind: "syntax", atStart: false });
		},
		parameter: () => parseParameter(reading),
		index: () => parseIndex(reading),
		string: (token) => {
			// Counting lines takes time, so it waits until there is something to report.
			const place = () => source.place(token.start);
			if (badEscape(text.slice(token.start, token.end))) {
				const message = "\\u needs four hexadecimal digits in a string in double quotes.";
				reading.refuseLate(reading.span(token.start, token.end), message);
			}
			return stringLiteral(text, token, origin, (inside, map) => {
				const before = flaws.length;
				const inner: Omit<Source, "place"> = { text: inside, dialect, depth: level + 1, macros, flaws, origin: map };
				const nodes = readText({ ...inner, place: (offset) => within(place(), javaPosition(inside, offset)) });
				// A string that cannot be read is reported where it begins. Strings inside it come later, at their own places.
				if (flaws.length === before) return nodes;
				const found = flaws.splice(before);
				flaws.push(
					...found.filter((flaw) => !flaw.late).map((flaw) => ({ ...flaw, ...place(), late: true, atStart: false })),
				);
				flaws.push(...found.filter((flaw) => flaw.late));
				return nodes;
			});
		},
	};
	parseStatements(reading, macros, top, {
		report: (failure, start) => {
			level = depth;
			const died = failure instanceof LexicalFailure ? failure.died + 1 : 0;
			source.failed?.(Math.max(died, tokens.scanner.position));
			flaws.push(flawOf(source, failure, start));
			return flaws.length < problemsMax;
		},
		isEnough: (at) => source.isEnough?.(at, tokens) ?? false,
	});
	return top;
}

/** A place inside a string, counted from the place of the string. */
function within(outer: Place, inner: Place): Place {
	if (inner.line === 1) return { line: outer.line, column: outer.column + inner.column };
	return { line: outer.line + inner.line - 1, column: inner.column };
}

function flawOf(source: Source, failure: unknown, start: number): Flaw {
	const { text, origin } = source;
	const shared = { kind: "syntax", late: false, atStart: false, start: origin(start) } as const;
	if (failure instanceof LexicalFailure) {
		const at = Math.max(Math.min(failure.died, text.length - 1), 0);
		const end = origin(Math.min(at + 1, text.length));
		const message = `Lexical error: unexpected ${shown(text.slice(failure.died, failure.died + 1))}.`;
		return { ...shared, ...lexicalPlace(source, failure.died, at), message, end };
	}
	if (failure instanceof SyntaxFailure) {
		const { token } = failure;
		const found = token.kind === kinds.eof ? "" : text.slice(token.start, token.end);
		const message = failure.message === "" ? `Encountered ${shown(found)} where it cannot stand.` : failure.message;
		return { ...shared, ...source.place(token.start), message, end: origin(token.end) };
	}
	throw failure;
}

function shown(found: string): string {
	return found === "" ? "the end of the text" : `"${found}"`;
}

/** At the end of the text the reference names the column behind it. */
function lexicalPlace({ text, place }: Source, died: number, at: number): Place {
	const { line, column } = place(at);
	if (died + 1 < text.length) return { line, column };
	const newLine = text[at] === "\n" || text[at] === "\r";
	return newLine ? { line: line + 1, column: 0 } : { line, column: column + 1 };
}
