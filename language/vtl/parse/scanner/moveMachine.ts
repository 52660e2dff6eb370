import { kinds } from "../tokens.ts";
import { closeParenthesis, type Machine, pop, push } from "./machine.ts";
import { marks } from "./marks.ts";
import { states } from "./states.ts";

/** Moves the machine behind a token. Answers how many of the token's characters are to be read again. */
export function moveByToken(machine: Machine, kind: number, lastCharacter: number): number {
	switch (kind) {
		case kinds.indexOpen:
			push(machine, states.index);
			return 0;
		case kinds.indexClose:
		case kinds.referenceClose:
		case kinds.end:
		case kinds.else:
			pop(machine);
			return 0;
		case kinds.parenOpen:
			if (!machine.inComment) machine.opened++;
			if (machine.state === states.modifier) machine.state = states.arguments;
			return 0;
		case kinds.parenClose:
			closeParenthesis(machine);
			return 0;
		case kinds.callClose:
			machine.state = states.reference;
			return 0;
		case kinds.set:
			push(machine, states.directive);
			machine.inSet = true;
			machine.opened++;
			return 0;
		case kinds.lineComment:
			if (machine.state === states.reference) pop(machine);
			machine.inComment = true;
			push(machine, states.lineComment);
			return 0;
		case kinds.lineCommentEnd:
		case kinds.formalComment:
		case kinds.blockComment:
		case kinds.textblock:
			machine.inComment = false;
			pop(machine);
			return 0;
		case kinds.string:
			if (machine.state === states.directive && isBare(machine)) pop(machine);
			return 0;
		case kinds.if:
		case kinds.elseif:
			machine.state = states.directive;
			return 0;
		case kinds.integer:
			if (isBare(machine) && machine.state !== states.arguments && machine.state !== states.index) pop(machine);
			// `1..3` is read as `1..` so that it is no float, and then the dots are given back.
			return lastCharacter === 46 ? 2 : 0;
		case kinds.float:
			if (isBare(machine) && machine.state !== states.arguments) pop(machine);
			return 0;
		case kinds.dot:
			machine.state = states.modifier;
			// The letter after the dot only proves that this is no full stop.
			return 1;
		default:
			return 0;
	}
}

/** Moves the machine behind the beginning of a token, and answers likewise. */
export function moveByMark(machine: Machine, kind: number): number {
	if (machine.inComment) return 0;
	switch (kind) {
		case marks.dollar:
		case marks.dollarBang:
			if (machine.state === states.reference) pop(machine);
			push(machine, states.reference);
			return 0;
		case marks.hash:
			if (machine.state === states.reference || machine.state === states.modifier) pop(machine);
			push(machine, states.directiveName);
			return 0;
		default:
			machine.inComment = true;
			push(machine, inside(kind));
			// The reference backs up over the character after `#**`, so that it is part of the comment.
			return kind === marks.formalComment ? 1 : 0;
	}
}

/** Whether no parenthesis is open. */
function isBare({ opened, inSet }: Machine): boolean {
	return opened === 0 && !inSet;
}

function inside(mark: number): number {
	if (mark === marks.textblock) return states.textblock;
	return mark === marks.formalComment ? states.formalComment : states.blockComment;
}
