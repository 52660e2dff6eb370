import { plain, scalar } from "../node.ts";
import { type Intrinsic, refuse } from "../scope.ts";

export const length: Intrinsic = (argument, at, scope) => {
	const list = scope.resolve(argument);
	if (list?.kind !== "list") return refuse(scope, at, "Fn::Length needs a list.");
	return scalar(list.items.length, at);
};

export const toJsonString: Intrinsic = (argument, at, scope) => {
	const value = scope.resolve(argument);
	if (value === undefined || value.kind === "scalar")
		return refuse(scope, at, "Fn::ToJsonString needs a map or a list.");
	return scalar(JSON.stringify(plain(value)), at);
};
