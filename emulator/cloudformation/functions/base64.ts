import { scalar } from "../node.ts";
import { type Intrinsic, refuse } from "../scope.ts";

export const base64: Intrinsic = (argument, at, scope) => {
	const text = scope.resolve(argument);
	if (text === undefined) return undefined;
	if (text.kind !== "scalar") return refuse(scope, at, "Fn::Base64 needs a text.");
	return scalar(Buffer.from(text.text).toString("base64"), at);
};
