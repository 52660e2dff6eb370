import type { MethodDefinition, ResourceDefinition, StageDefinition } from "./definitions.ts";
import type { MethodSetting } from "./model.generated.ts";

/** A method's settings in a stage: its own, over those of all methods. The root resource's key is `~1/GET`. */
export function settingsOf(
	{ methodSettings }: StageDefinition,
	{ path }: ResourceDefinition,
	{ httpMethod }: MethodDefinition,
): MethodSetting {
	const name = path === "/" ? "~1" : path.slice(1).replaceAll("/", "~1");
	return (
		methodSettings[`${name}/${httpMethod}`] ??
		methodSettings[`${path.slice(1)}/${httpMethod}`] ??
		methodSettings["*/*"] ??
		{}
	);
}
