import type { Expression } from "../nodes.ts";
import { directiveArgumentFollows, parseDirectiveArgument } from "./directiveArgument.ts";
import type { Reading } from "./reading.ts";
import { enterDirective, leaveDirective, parenthesisFollows } from "./scanner/scanner.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";
import { expect, skip, take, tokenAt } from "./tokenStream.ts";
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
	const mark = tokens.taken;
	const nameToken = take(tokens);
	const raw = text.slice(nameToken.start, nameToken.end);
	const name = nameToken.kind === kinds.bracketedWord ? raw.slice(2, -1) : raw.slice(1);
	enterDirective(tokens.scanner);
	if (parenthesisFollows(tokens.scanner)) {
		const parameters = directiveArguments(reading, name, mark);
		return { start, name, nameToken, arguments: parameters, mark, endMark: tokens.taken };
	}
	if (name === "macro") throw new SyntaxFailure(nameToken, "#macro needs at least a name.");
	leaveDirective(tokens.scanner);
	return { start, name, nameToken, arguments: undefined, mark, endMark: tokens.taken };
}

function directiveArguments(reading: Reading, name: string, mark: number): readonly Expression[] {
	const { tokens } = reading;
	skip(tokens, kinds.whitespace);
	expect(tokens, kinds.parenOpen);
	const parameters: Expression[] = [];
	while (directiveArgumentFollows(reading)) {
		skip(tokens, kinds.whitespace);
		if (skip(tokens, kinds.comma)) skip(tokens, kinds.whitespace);
		const parameter = parseDirectiveArgument(reading);
		refuseWord(reading, name, parameters.length, parameter, tokenAt(tokens, mark + 1));
		parameters.push(parameter);
	}
	skip(tokens, kinds.whitespace);
	expect(tokens, kinds.parenClose);
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
