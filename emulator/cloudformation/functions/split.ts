import { scalar } from "../node.ts";
import { type Intrinsic, listArgument, refuse } from "../scope.ts";

const usage = "Fn::Split needs a delimiter and a text.";

export const split: Intrinsic = (argument, at, scope) => {
	const parts = listArgument(argument, at, scope, usage);
	if (parts === undefined) return undefined;
	const [delimiter, text] = parts;
	if (delimiter?.kind !== "scalar" || delimiter.text === "" || text?.kind !== "scalar") return refuse(scope, at, usage);
	return { kind: "list", items: text.text.split(delimiter.text).map((part) => scalar(part, at)), at };
};
