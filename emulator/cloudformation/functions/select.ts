import { type Intrinsic, listArgument, refuse } from "../scope.ts";

const usage = "Fn::Select needs an index and a list.";

export const select: Intrinsic = (argument, at, scope) => {
	const parts = listArgument(argument, at, scope, usage);
	if (parts === undefined) return undefined;
	const [index, items] = parts;
	if (index?.kind !== "scalar" || items?.kind !== "list") return refuse(scope, at, usage);
	const found = /^\d+$/.test(index.text) ? items.items[Number(index.text)] : undefined;
	if (found !== undefined) return found;
	return refuse(scope, at, `Fn::Select cannot select nonexistent value at index ${index.text}.`);
};
