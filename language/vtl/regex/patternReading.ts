import { JavaException } from "../values/javaException.ts";
import type { Flags } from "./pattern.ts";

/** An expression while it is read. */
export type PatternReading = {
	readonly source: string;
	at: number;
	flags: Flags;
	groupCount: number;
	readonly names: Map<string, number>;
	/** How many groups and classes are open. */
	depth: number;
};

const depthMax = 200;

export function refuse({ source, at }: PatternReading, description: string): never {
	throw new JavaException(
		"java.util.regex.PatternSyntaxException",
		`${description} near index ${Math.min(at, source.length)} ${source}`,
	);
}

/** Reads something one level deeper. */
export function nested<T>(reading: PatternReading, read: () => T): T {
	if (++reading.depth > depthMax) refuse(reading, "Too deeply nested");
	const result = read();
	reading.depth--;
	return result;
}

/** Goes over what the pattern finds right here; undefined when that is nothing. */
export function takeMatch(reading: PatternReading, pattern: RegExp, within?: number): RegExpExecArray | undefined {
	const { source, at } = reading;
	const found = pattern.exec(source.slice(at, within === undefined ? undefined : at + within));
	if (found === null) return undefined;
	reading.at += found[0].length;
	return found;
}

export function takeCodePoint(reading: PatternReading): number {
	const c = reading.source.codePointAt(reading.at) ?? 0;
	reading.at += c > 0xffff ? 2 : 1;
	return c;
}

/** `\Q…\E`: the characters between; undefined when none begins here. */
export function takeQuoted(reading: PatternReading): readonly number[] | undefined {
	const { source, at } = reading;
	if (!source.startsWith("\\Q", at)) return undefined;
	const end = source.indexOf("\\E", at + 2);
	reading.at = end === -1 ? source.length : end + 2;
	return Array.from(source.slice(at + 2, end === -1 ? undefined : end), (c) => c.codePointAt(0) ?? 0);
}

/** Under (?x) blanks and comments mean nothing. */
export function skipComments(reading: PatternReading): void {
	if (!reading.flags.comments) return;
	takeMatch(reading, /^(?:\s|#[^\n]*)*/);
}
