import { createScanner, isFresh, resumeScanner, type Scanner, scan } from "./scanner/scanner.ts";
import { isSnipped } from "./snipped.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";
import { kinds, type Token } from "./tokens.ts";

/**
 * The tokens as the parser asks for them. They are read no earlier than needed, because the parser moves the scanner.
 * A record with functions, as the scanner and its machine are: there is one for each text, strings included, and asking
 * for the next kind is what the parser does most.
 */
export type TokenStream = {
	readonly scanner: Scanner;
	/** A beginning, those that were taken, and those that were looked at. */
	readonly tokens: Token[];
	/** How many were taken, with the beginning; with it, `tokenAt` gives a range of them. */
	taken: number;
	/** What the reference makes of some tokens, see `remake`. */
	images: Map<number, string> | undefined;
	/** The last token that is not remembered as it is written, or has something before it; -1 when there is none. */
	uneven: number;
};

export function tokenStream(text: string): TokenStream {
	return { scanner: createScanner(text), tokens: [beginning], taken: 1, images: undefined, uneven: -1 };
}

/** The kind of the next token. */
export function peek(stream: TokenStream): number {
	return tokenAt(stream, stream.taken).kind;
}

/** The kind of the token `ahead` places behind the next. */
export function peekAhead(stream: TokenStream, ahead: number): number {
	return tokenAt(stream, stream.taken + ahead).kind;
}

export function nextToken(stream: TokenStream): Token {
	return tokenAt(stream, stream.taken);
}

/** Takes the next token, whatever it is. */
export function take(stream: TokenStream): Token {
	const token = tokenAt(stream, stream.taken);
	stream.taken++;
	return token;
}

/** Takes the next token, which must be of the kind. */
export function expect(stream: TokenStream, kind: number): Token {
	return peek(stream) === kind ? take(stream) : refuse(stream);
}

/** Takes the next token if it is of the kind. */
export function skip(stream: TokenStream, kind: number): boolean {
	if (peek(stream) !== kind) return false;
	stream.taken++;
	return true;
}

/** Refuses the next token. */
export function refuse(stream: TokenStream): never {
	throw new SyntaxFailure(nextToken(stream));
}

export function tokenAt(stream: TokenStream, index: number): Token {
	const { tokens } = stream;
	// Asking an array for what it does not have is slow.
	return (index < tokens.length ? tokens[index] : undefined) ?? read(stream, index);
}

/** The last token that was taken. */
export function lastToken(stream: TokenStream): Token {
	return stream.tokens[stream.taken - 1] ?? beginning;
}

/** What the reference makes of the last token that was taken: its later text, wherever it prints it. */
export function remake(stream: TokenStream, image: string): void {
	stream.images ??= new Map();
	stream.images.set(stream.taken - 1, image);
}

export function remade(stream: TokenStream, index: number): string | undefined {
	return stream.images?.get(index);
}

/** Goes on reading at the offset, as at the beginning of a text. */
export function resume(stream: TokenStream, offset: number): void {
	const { tokens } = stream;
	tokens.length = stream.taken;
	// The end of the text is remembered as a token; reading on would else find it again.
	while (tokens.at(-1)?.kind === kinds.eof) tokens.pop();
	// What was given up stands as one token, so that the last token ends where reading goes on.
	tokens.push({ kind: kinds.text, from: offset, start: offset, end: offset, special: "" });
	stream.taken = tokens.length;
	resumeScanner(stream.scanner, offset);
}

/** Whether reading would go on in the same way after `resume` at the end of the last token. */
export function canResume({ scanner, tokens, taken }: TokenStream): boolean {
	if (!isFresh(scanner)) return false;
	const end = tokens[taken - 1]?.end ?? 0;
	if (tokens.length === taken) return scanner.position === end;
	const next = tokens[taken];
	if (next === undefined || tokens.length > taken + 1) return false;
	const asIfAlone = next.kind === kinds.text && next.special === "" && next.from === next.start;
	return asIfAlone && next.start === end && scanner.position === next.end;
}

function read(stream: TokenStream, index: number): Token {
	const { scanner, tokens } = stream;
	let last = tokens[tokens.length - 1] ?? beginning;
	while (tokens.length <= index) {
		// At the end the same token comes again and again.
		if (last.kind !== kinds.eof) last = scan(scanner);
		if (isUneven(scanner.text, last)) stream.uneven = tokens.length;
		tokens.push(last);
	}
	return last;
}

/** Seldom, so that the literal of most ranges of tokens is the text that they stand in. */
function isUneven(text: string, token: Token): boolean {
	const { kind, from, start, special } = token;
	if (from !== start || special !== "") return true;
	return kind === kinds.blockComment || kind === kinds.escapedDirective || isSnipped(text, token);
}

/** Stands before the first token, so that there always is a last one. */
const beginning: Token = { kind: kinds.text, from: 0, start: 0, end: 0, special: "" };
