/** Thrown where the reference's lexer finds no token. `died` is the offset of the character that no token admits. */
export class LexicalFailure extends Error {
	readonly died: number;
	constructor(died: number) {
		super("lexical error");
		this.died = died;
	}
}
