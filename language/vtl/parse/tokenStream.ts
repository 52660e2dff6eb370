import { createScanner, type Scanner } from "./scanner/scanner.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";
import { kinds, type Token } from "./tokens.ts";

/** The tokens as the parser asks for them. They are read no earlier than needed, because the parser moves the scanner. */
export type TokenStream = {
	readonly scanner: Scanner;
	/** The kind of the token `ahead` places on, 0 being the next. */
	peek(ahead?: number): number;
	/** Takes the next token, whatever it is. */
	take(): Token;
	/** Takes the next token, which must be of the kind. */
	expect(kind: number): Token;
	/** Takes the next token if it is of the kind. */
	skip(kind: number): boolean;
	/** Refuses the next token. */
	refuse(): never;
	/** The number of tokens taken; with it, `taken` gives a range of them. */
	mark(): number;
	token(index: number): Token;
	/** What the reference makes of the last token that was taken: its later text, wherever it prints it. */
	remake(image: string): void;
	remade(index: number): string | undefined;
	/** The last token that was taken. */
	last(): Token;
	nextToken(): Token;
	resume(offset: number): void;
	/** Whether reading would go on in the same way after `resume` at the end of the last token. */
	canResume(): boolean;
};

export function tokenStream(text: string): TokenStream {
	const scanner = createScanner(text);
	const tokens: Token[] = [];
	const images = new Map<number, string>();
	let taken = 0;
	const start: Token = { kind: kinds.eof, from: 0, start: 0, end: 0, special: "" };

	function fetch(index: number): Token {
		return tokens[index] ?? read(index);
	}

	function read(index: number): Token {
		let last = tokens[tokens.length - 1] ?? start;
		while (tokens.length <= index) {
			// At the end the same token comes again and again.
			if (tokens.length === 0 || last.kind !== kinds.eof) last = scanner.next();
			tokens.push(last);
		}
		return last;
	}

	function take(): Token {
		const token = fetch(taken);
		taken++;
		return token;
	}

	function refuse(): never {
		throw new SyntaxFailure(fetch(taken));
	}

	return {
		scanner,
		peek: (ahead = 0) => fetch(taken + ahead).kind,
		take,
		expect: (kind) => (fetch(taken).kind === kind ? take() : refuse()),
		skip: (kind) => {
			if (fetch(taken).kind !== kind) return false;
			taken++;
			return true;
		},
		refuse,
		mark: () => taken,
		token: fetch,
		remake: (image) => {
			images.set(taken - 1, image);
		},
		remade: (index) => images.get(index),
		last: () => tokens[taken - 1] ?? start,
		nextToken: () => fetch(taken),
		resume: (offset) => {
			tokens.length = taken;
			// The end of the text is remembered as a token; reading on would else find it again.
			while (tokens.at(-1)?.kind === kinds.eof) tokens.pop();
			// What was given up stands as one token, so that `last` ends where reading goes on.
			tokens.push({ kind: kinds.text, from: offset, start: offset, end: offset, special: "" });
			taken = tokens.length;
			scanner.resume(offset);
		},
		canResume: () => {
			if (!scanner.isFresh()) return false;
			const end = tokens[taken - 1]?.end ?? 0;
			if (tokens.length === taken) return scanner.position() === end;
			const next = tokens[taken];
			if (next === undefined || tokens.length > taken + 1) return false;
			const asIfAlone = next.kind === kinds.text && next.special === "" && next.from === next.start;
			return asIfAlone && next.start === end && scanner.position() === next.end;
		},
	};
}
