import { validationError } from "../errors.ts";
import type { PathElement, PathSyntax } from "../expressions/syntax.ts";
import { isKeyword } from "./keywords.ts";
import { malformed } from "./statementErrors.ts";
import type { StatementReader } from "./statementReader.ts";

/** A path into an item: `a.b[0]`, `a['b']`, `"a"."b"`. */
export function parsePath(reader: StatementReader): PathSyntax {
	const elements: PathElement[] = [{ kind: "attribute", name: parseName(reader, "Unexpected keyword") }];
	for (;;) {
		if (reader.skipSymbol(".")) {
			elements.push({ kind: "attribute", name: parseName(reader, "Invalid path dot component") });
		} else if (reader.skipSymbol("[")) {
			elements.push(parseElement(reader));
			reader.symbol("]", "Expected RIGHT_BRACKET");
		} else {
			return { kind: "path", elements };
		}
	}
}

/** An attribute's name: in double quotes, or a word that is no keyword. */
export function parseName(reader: StatementReader, detail: string): string {
	const { token } = reader;
	if (token.kind !== "name" && (token.kind !== "word" || isKeyword(token.text))) throw malformed(detail);
	reader.advance();
	if (token.text === "") throw validationError("Path component cannot be an empty string");
	return token.text;
}

function parseElement(reader: StatementReader): PathElement {
	const negative = reader.isSymbol("-");
	if (negative) reader.advance();
	const token = reader.advance();
	if (token.kind === "string" && !negative) return { kind: "attribute", name: token.text };
	if (token.kind !== "number") throw malformed("Unexpected term");
	const index = Number(token.text);
	if (negative || !Number.isSafeInteger(index)) {
		throw validationError(
			`List index is not within the allowable range; index: [${negative ? "-" : ""}${token.text}]${reader.place(token)}`,
		);
	}
	return { kind: "index", index };
}
