import { scalar } from "../node.ts";
import { type Intrinsic, refuse } from "../scope.ts";

/** `Fn::ImportValue`: what another stack in this emulator exports. */
export const importValue: Intrinsic = (argument, at, scope) => {
	const name = scope.resolve(argument);
	if (name === undefined) return undefined;
	if (name.kind !== "scalar") return refuse(scope, at, "Fn::ImportValue needs the name of an export.");
	const value = scope.exported(name.text);
	if (value !== undefined) return scalar(value, at);
	return refuse(
		scope,
		at,
		`No export named ${name.text} found: no stack in this emulator exports it.`,
		"missing-export",
	);
};
