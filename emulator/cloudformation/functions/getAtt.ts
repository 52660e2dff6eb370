import { attributePath } from "../read.ts";
import { type Intrinsic, refuse } from "../scope.ts";

/** `Fn::GetAtt`: an attribute of a resource, as `[Table, StreamArn]` or `Table.StreamArn`. */
export const getAtt: Intrinsic = (argument, at, scope) => {
	const path = argument.kind === "scalar" ? attributePath(argument) : argument;
	const [resource, name] = path.kind === "list" ? path.items : [];
	// The attribute's name may itself be a Ref to a parameter; the resource's may not.
	const attribute = name === undefined ? undefined : scope.resolve(name);
	if (resource?.kind !== "scalar" || attribute?.kind !== "scalar") {
		return refuse(scope, at, "Fn::GetAtt needs the name of a resource and of its attribute, as in Table.Arn.");
	}
	return scope.attribute(resource.text, attribute.text, at);
};
