import type { Directive, Span, Statement } from "../nodes.ts";
import { type DirectiveHead, parseDirectiveHead } from "./directiveHead.ts";
import { image, literal } from "./literal.ts";
import type { OpenDirective } from "./openBlocks.ts";
import type { Reading } from "./reading.ts";
import type { StatementReading } from "./statementReading.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";
import { lastToken, tokenAt } from "./tokenStream.ts";
import type { Token } from "./tokens.ts";

/** Deeper than this Velocity calls no macros, and each of them remembers how it is written. */
const blockCallsMax = 20;

/** `#name(…)`, which opens a block, or stands for itself. */
export function parseDirective({ reading, blocks }: StatementReading, start: number): void {
	const { text, tokens } = reading;
	const head = parseDirectiveHead(reading, start);
	const { name, nameToken, mark, endMark } = head;
	if (head.arguments !== undefined && (reading.forms.get(name)?.block ?? isUnknownBlock(name))) {
		if (isUnknownBlock(name) && blocks.enclosing(isUnknownBlock) >= blockCallsMax && reading.forms.has("evaluate")) {
			throw new SyntaxFailure(nameToken, "Calls with a block are nested too deeply.");
		}
		blocks.open({ kind: "directive", head, body: [] }, nameToken);
		return;
	}
	const printed = isUnknownBlock(name) ? `#${name}` : image(text, tokens, mark, endMark - 1);
	const node = directive(reading, head, lastToken(tokens).end, undefined, printed, "");
	blocks.add(node);
	refuseForm(reading, node, nameToken);
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
	// What stands in a block that prints as it is written does not print by itself; so depth costs nothing.
	const verbatim = blocks.enclosing((it) => prints(reading, it)) === 0;
	const printed = verbatim && isUnknownBlock(name) ? image(text, tokens, mark, endMark) : "";
	const source = verbatim && name === "literal" ? literal(text, tokens, head.endMark, endMark - 1) : "";
	const node = directive(reading, head, end, body, printed, source);
	const [macro] = name === "macro" ? (head.arguments ?? []) : [];
	if (macro?.kind === "word") macros.add(macro.word);
	blocks.add(node);
	refuseForm(reading, node, head.nameToken);
}

/** Whether a block prints as it is written, with all that stands in it. */
function prints({ forms }: Reading, name: string): boolean {
	return name === "literal" || (isUnknownBlock(name) && !forms.has("evaluate"));
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
		start: reading.origin(start),
		end: reading.origin(end),
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
	throw new SyntaxFailure(tokenAt(tokens, mark + 1), "#macro needs a name as its first argument.");
}

/** What the reference finds wrong only before it renders. */
function refuseForm(reading: Reading, node: Directive, nameToken: Token): void {
	const fault = reading.forms.get(node.name)?.fault(node.arguments.length, node.body !== undefined);
	if (fault !== undefined) reading.refuseLate(node, fault);
	else if (node.name === "evaluate" && reading.forms.has("evaluate")) refuseEvaluate(reading, node, nameToken);
}

function refuseEvaluate(reading: Reading, node: Directive, nameToken: Token): void {
	const [first, second] = node.arguments;
	// Inside a string the node's offsets are the template's, and the reference counts from the string.
	const placeOf = ({ start }: Span) => nameToken.start + start - node.nameSpan.start;
	if (first === undefined || second !== undefined) {
		reading.refuseLate(node, "#evaluate() requires exactly one argument", placeOf(second ?? node.nameSpan));
	} else if (first.kind !== "string" && first.kind !== "reference") {
		reading.refuseLate(node, "#evaluate() argument must be a string literal or reference", placeOf(first));
	}
}
