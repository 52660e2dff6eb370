import type { Token } from "./tokens.ts";

/** Thrown inside the parser at a token that the reference's grammar does not admit; `parse` turns it into a problem. */
export class SyntaxFailure extends Error {
	readonly token: Token;
	constructor(token: Token, message = "") {
		super(message);
		this.token = token;
	}
}
