import type { Expression } from "../nodes.ts";
import { directiveArgumentFollows, parseDirectiveArgument } from "./directiveArgument.ts";
import type { Reading } from "./reading.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";
import { kinds, type Token } from "./tokens.ts";

/** `#name` or `#name(…)` */
export type DirectiveHead = {
	readonly start: number;
	readonly name: string;
	readonly nameToken: Token;
	/** Undefined where there are no parentheses. */
	readonly arguments: readonly Expression[] | undefined;
	/** The number of its first token, and of the first behind it. */
	readonly mark: number;
	readonly endMark: number;
};

export function parseDirectiveHead(reading: Reading, start: number): DirectiveHead {
	const { text, tokens } = reading;
	const mark = tokens.mark();
	const nameToken = tokens.take();
	const raw = text.slice(nameToken.start, nameToken.end);
	const name = nameToken.kind === kinds.bracketedWord ? raw.slice(2, -1) : raw.slice(1);
	tokens.scanner.enterDirective();
	if (tokens.scanner.parenthesisFollows()) {
		const parameters = directiveArguments(reading, name, mark);
		return { start, name, nameToken, arguments: parameters, mark, endMark: tokens.mark() };
	}
	if (name === "macro") throw new SyntaxFailure(nameToken, "#macro needs at least a name.");
	tokens.scanner.leaveDirective();
	return { start, name, nameToken, arguments: undefined, mark, endMark: tokens.mark() };
}

function directiveArguments(reading: Reading, name: string, mark: number): readonly Expression[] {
	const { tokens } = reading;
	tokens.skip(kinds.whitespace);
	tokens.expect(kinds.parenOpen);
	const parameters: Expression[] = [];
	while (directiveArgumentFollows(reading)) {
		tokens.skip(kinds.whitespace);
		if (tokens.skip(kinds.comma)) tokens.skip(kinds.whitespace);
		const parameter = parseDirectiveArgument(reading);
		refuseWord(reading, name, parameters.length, parameter, tokens.token(mark + 1));
		parameters.push(parameter);
	}
	tokens.skip(kinds.whitespace);
	tokens.expect(kinds.parenClose);
	return parameters;
}

/** The reference reports these at the token after the name. */
function refuseWord(reading: Reading, name: string, place: number, parameter: Expression, after: Token): void {
	const word = parameter.kind === "word";
	if (name === "macro" && place === 0) {
		if (!word) throw new SyntaxFailure(after, "#macro needs a name as its first argument.");
	} else if (word && reading.forms.has(name) && !(name === "foreach" && place === 1)) {
		throw new SyntaxFailure(after, `#${name} takes no bare word as argument ${place + 1}.`);
	}
}
