import { JavaException } from "../values/javaException.ts";
import type { Value } from "../values/values.ts";
import { javaClass } from "./javaClass.ts";

/** `%[flags][width][.precision]conversion` of a format. */
export type FormatSpecifier = {
	readonly flags: string;
	readonly width: number;
	readonly precision: number | undefined;
	readonly conversion: string;
};

/** The text filled up with blanks to the width. */
export function padded(text: string, { flags, width }: Pick<FormatSpecifier, "flags" | "width">): string {
	return flags.includes("-") ? text.padEnd(width) : text.padStart(width);
}

/** Refuses a value that the conversion is not for. */
export function mismatch(value: Value, { conversion }: FormatSpecifier): never {
	throw formatError("IllegalFormatConversion", `${conversion} != ${javaClass(value)}`);
}

export function formatError(name: string, message: string): JavaException {
	return new JavaException(`java.util.${name}Exception`, message);
}
