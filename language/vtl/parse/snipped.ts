import { isNameStart } from "./scanner/lexemes.ts";
import { kinds, type Token } from "./tokens.ts";

const brace = 123;

/** Whether the reference remembers less of a token than is written: of what begins a reference, its last `$` and the rest. */
export function isSnipped(text: string, { kind, start, end }: Token): boolean {
	if (kind === kinds.dot) return end - start > 1;
	if (kind !== kinds.identifier && kind !== kinds.referenceOpen) return false;
	if (end - start < 2 || isNameStart(text.charCodeAt(start))) return false;
	// `$name` and `${` are what most templates are made of.
	const second = text.charCodeAt(start + 1);
	if (isNameStart(second) || second === brace) return false;
	return text.lastIndexOf("$", end - 1) > start;
}
