import { configurationError } from "./gatewayResponse.ts";

/**
 * Whether a Java regular expression is the whole of a text, as selection patterns are matched: the dot stops at a line's
 * end. The forms that Java and JavaScript write differently are rewritten; what is left of Java's own is refused.
 */
export function fullMatch(pattern: string, text: string): boolean {
	let compiled = cache.get(pattern);
	if (compiled === undefined) {
		compiled = compile(pattern);
		if (cache.size >= 1000) cache.clear();
		cache.set(pattern, compiled);
	}
	// A pattern that backtracks for ever is bounded by what it may read.
	return compiled.test(text.slice(0, longestText));
}

const cache = new Map<string, RegExp>();
const longestText = 10_000;

function compile(pattern: string): RegExp {
	const flags = /^\(\?([ims]+)\)/.exec(pattern);
	const rest = flags === null ? pattern : pattern.slice(flags[0].length);
	const source = rest
		.replace(/\\[QE]/g, "")
		.replace(/\\A/g, "^")
		.replace(/\\[zZ]/g, "$")
		.replace(/\\h/g, "[ \\t]")
		.replace(/\\p\{Alpha\}/g, "[A-Za-z]")
		.replace(/\\p\{Digit\}/g, "[0-9]")
		.replace(/\\p\{Alnum\}/g, "[A-Za-z0-9]")
		.replace(/\\p\{Upper\}/g, "[A-Z]")
		.replace(/\\p\{Lower\}/g, "[a-z]")
		.replace(/\\p\{Punct\}/g, "[!-/:-@\\[-`{-~]")
		.replace(/([*+?}])\+/g, "$1");
	try {
		return new RegExp(`^(?:${source})$`, flags?.[1] ?? "");
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw configurationError(`the selection pattern "${pattern}" is not a regular expression: ${why}`, {
			property: ["Integration", "IntegrationResponses"],
		});
	}
}
