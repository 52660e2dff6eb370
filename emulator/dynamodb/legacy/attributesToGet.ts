import { invalidParameters } from "../errors.ts";
import type { DocumentPath } from "../expressions/syntax.ts";

/** AttributesToGet, the older form of a projection: names of whole attributes. */
export function attributePaths(names: readonly string[] | undefined): readonly DocumentPath[] | undefined {
	if (names === undefined) return undefined;
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) throw invalidParameters(`Duplicate value in attribute name: ${twice}`);
	return names.map((name) => [name]);
}
