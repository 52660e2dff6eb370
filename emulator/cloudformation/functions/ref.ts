import { type Intrinsic, refuse } from "../scope.ts";

/** `Ref`: a parameter's value, a pseudo-parameter, or what a resource calls itself. */
export const ref: Intrinsic = (argument, at, scope) => {
	if (argument.kind !== "scalar") return refuse(scope, at, "Ref needs the name of a parameter or a resource.");
	if (argument.text === "AWS::NoValue") return undefined;
	const found = scope.reference(argument.text, at);
	if (found !== undefined) return found;
	return refuse(
		scope,
		at,
		`Ref names ${argument.text}, but there is no parameter or resource of that name.`,
		"unresolved-reference",
	);
};
