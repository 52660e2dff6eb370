import type { Directive, Statement } from "../nodes.ts";
import { directiveForms } from "./directiveForms.ts";
import { type DirectiveHead, parseDirectiveHead } from "./directiveHead.ts";
import { image, literal } from "./literal.ts";
import type { OpenDirective } from "./openBlocks.ts";
import type { Reading } from "./reading.ts";
import type { StatementReading } from "./statementReading.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";

/** `#name(…)`, which opens a block, or stands for itself. */
export function parseDirective({ reading, blocks }: StatementReading, start: number): void {
	const { text, tokens } = reading;
	const head = parseDirectiveHead(reading, start);
	const { name, nameToken, mark, endMark } = head;
	if (head.arguments !== undefined && (directiveForms.get(name)?.block ?? isUnknownBlock(name))) {
		blocks.open({ kind: "directive", head, body: [] }, nameToken);
		return;
	}
	const printed = isUnknownBlock(name) ? `#${name}` : image(text, tokens, mark, endMark - 1);
	const node = directive(reading, head, tokens.last().end, undefined, printed, "");
	blocks.add(node);
	refuseForm(reading, node);
}

/** The block ends, at its #end or where reading gave up, before the token `endMark`. */
export function closeDirective(
	{ reading, blocks, macros }: StatementReading,
	{ head, body }: OpenDirective,
	end: number,
	endMark: number,
): void {
	const { text, tokens } = reading;
	const { name, mark } = head;
	const printed = isUnknownBlock(name) ? image(text, tokens, mark, endMark) : "";
	const source = name === "literal" ? literal(text, tokens, head.endMark, endMark - 1) : "";
	const node = directive(reading, head, end, body, printed, source);
	const [macro] = name === "macro" ? (head.arguments ?? []) : [];
	if (macro?.kind === "word") macros.add(macro.word);
	blocks.add(node);
	refuseForm(reading, node);
}

/** `#@name(…)` would call a macro with a block. */
function isUnknownBlock(name: string): boolean {
	return name.startsWith("@");
}

function directive(
	reading: Reading,
	{ start, name, nameToken, arguments: parameters = [] }: DirectiveHead,
	end: number,
	body: readonly Statement[] | undefined,
	printed: string,
	bodyLiteral: string,
): Directive {
	return {
		kind: "directive",
		...reading.span(start, end),
		name,
		nameSpan: reading.span(nameToken.start, nameToken.end),
		arguments: parameters,
		body,
		image: printed,
		bodyLiteral,
	};
}

/** The reference finds a nameless macro only at its #end. */
export function refuseNameless({ tokens }: Reading, { name, arguments: parameters, mark }: DirectiveHead): void {
	if (name !== "macro" || parameters?.[0] !== undefined) return;
	throw new SyntaxFailure(tokens.token(mark + 1), "#macro needs a name as its first argument.");
}

/** What the reference finds wrong only before it renders. */
function refuseForm(reading: Reading, node: Directive): void {
	const fault = directiveForms.get(node.name)?.fault(node.arguments.length, node.body !== undefined);
	if (fault !== undefined) reading.refuseLate(node, fault);
}
