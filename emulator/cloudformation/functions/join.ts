import { scalar } from "../node.ts";
import { type Intrinsic, listArgument, refuse, texts } from "../scope.ts";

const usage = "Fn::Join needs a delimiter and a list of texts.";

export const join: Intrinsic = (argument, at, scope) => {
	const parts = listArgument(argument, at, scope, usage);
	if (parts === undefined) return undefined;
	const [delimiter, items] = parts;
	if (delimiter?.kind !== "scalar" || items?.kind !== "list") return refuse(scope, at, usage);
	const values = texts(items.items, at, scope, usage);
	return values === undefined ? undefined : scalar(values.join(delimiter.text), at);
};
