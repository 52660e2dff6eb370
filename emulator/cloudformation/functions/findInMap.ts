import { child } from "../node.ts";
import { type Intrinsic, listArgument, refuse, texts } from "../scope.ts";

const usage = "Fn::FindInMap needs the name of a map, a top-level key and a second-level key.";

export const findInMap: Intrinsic = (argument, at, scope) => {
	const items = listArgument(argument, at, scope, usage);
	if (items === undefined) return undefined;
	const keys = texts(items.slice(0, 3), at, scope, usage);
	if (keys === undefined) return undefined;
	const [map, top, second] = keys;
	if (map === undefined || top === undefined || second === undefined) return refuse(scope, at, usage);

	const found = child(child(child(scope.mappings, map), top), second);
	if (found !== undefined) return found;
	// With the language extensions a fourth argument may carry a default.
	const fallback = child(items[3], "DefaultValue");
	if (fallback !== undefined) return fallback;
	return refuse(scope, at, `Fn::FindInMap finds nothing at ${map}.${top}.${second} of Mappings.`);
};
