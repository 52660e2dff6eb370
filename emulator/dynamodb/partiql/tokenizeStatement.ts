import { malformed } from "./statementErrors.ts";

/** A piece of a PartiQL statement; the last is the end. Comments and spaces are left out. */
export type StatementToken = {
	readonly kind: "word" | "name" | "string" | "ion" | "number" | "symbol" | "end";
	/** What is meant: quotes are taken off, doubled ones undone. */
	readonly text: string;
	readonly start: number;
	readonly end: number;
};

export function tokenizeStatement(statement: string): readonly StatementToken[] {
	const tokens: StatementToken[] = [];
	tokenForm.lastIndex = 0;
	for (let match = tokenForm.exec(statement); match !== null; match = tokenForm.exec(statement)) {
		const [whole, space, word, name, string, ion, number] = match;
		if (space !== undefined) continue;
		const place = { start: match.index, end: match.index + whole.length };
		if (word !== undefined) tokens.push({ kind: "word", text: word, ...place });
		else if (name !== undefined) tokens.push({ kind: "name", text: name.replaceAll('""', '"'), ...place });
		else if (string !== undefined) tokens.push({ kind: "string", text: string.replaceAll("''", "'"), ...place });
		else if (ion !== undefined) tokens.push({ kind: "ion", text: ion, ...place });
		else if (number !== undefined) tokens.push({ kind: "number", text: number, ...place });
		// A quote that nothing closes: AWS says that the statement is wrong and then nothing (captured, without a date).
		else if (unclosed.has(whole)) throw malformed("");
		else tokens.push({ kind: "symbol", text: whole, ...place });
	}
	tokens.push({ kind: "end", text: "", start: statement.length, end: statement.length });
	return tokens;
}

const tokenForm =
	/(\s+|--[^\n]*|\/\*[^]*?\*\/)|([A-Za-z_$][\w$]*)|"((?:[^"]|"")*)"|'((?:[^']|'')*)'|`([^`]*)`|(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|\/\*|<<|>>|<=|>=|<>|!=|\|\||[^]/gu;

const unclosed = new Set(['"', "'", "`", "/*"]);
