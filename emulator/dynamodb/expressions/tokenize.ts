/** A piece of an expression. The last is the end, `<EOF>`. */
export type Token = { readonly kind: TokenKind; readonly text: string; readonly start: number; readonly end: number };

export type TokenKind =
	| "word" // an attribute, function or keyword
	| "name" // #placeholder
	| "value" // :placeholder
	| "number" // digits, as in a list index
	| "symbol" // operators, brackets, and whatever has no place in an expression
	| "end";

/** Splits an expression. Never fails: a character that means nothing becomes a symbol, at which the parser stops. */
export function tokenize(text: string): readonly Token[] {
	const tokens: Token[] = [];
	tokenForm.lastIndex = 0;
	for (let match = tokenForm.exec(text); match !== null; match = tokenForm.exec(text)) {
		const [whole, word, name, value, number] = match;
		const kind =
			word !== undefined
				? "word"
				: name !== undefined
					? "name"
					: value !== undefined
						? "value"
						: number !== undefined
							? "number"
							: "symbol";
		tokens.push({ kind, text: whole, start: match.index, end: match.index + whole.length });
	}
	tokens.push({ kind: "end", text: "<EOF>", start: text.length, end: text.length });
	return tokens;
}

/** A word begins with a letter: `_id` is a stray underscore and a word, as DynamoDB's own messages show. */
const tokenForm = /([A-Za-z][A-Za-z0-9_]*)|(#[A-Za-z0-9_]+)|(:[A-Za-z0-9_]+)|(\d+)|<>|<=|>=|\S/gu;
