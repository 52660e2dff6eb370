import { scalar } from "../node.ts";
import { type Intrinsic, refuse } from "../scope.ts";

/** `Fn::GetAZs`: three zones, named as AWS names them; which a region really has is not known here. */
export const getAZs: Intrinsic = (argument, at, scope) => {
	const region = scope.resolve(argument);
	if (region?.kind !== "scalar") return refuse(scope, at, "Fn::GetAZs needs the name of a region.");
	const name = region.text === "" ? scope.region : region.text;
	return { kind: "list", items: ["a", "b", "c"].map((zone) => scalar(name + zone, at)), at };
};
