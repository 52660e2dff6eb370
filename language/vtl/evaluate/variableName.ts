import type { Expression } from "../nodes.ts";

/** The variable that a directive's argument names; of what is no reference, its source without the first character. */
export function variableName(source: string, argument: Expression | undefined): string {
	if (argument?.kind === "reference") return argument.name;
	return argument === undefined ? "" : source.slice(argument.start + 1, argument.end);
}
