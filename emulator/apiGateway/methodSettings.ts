import type { MethodDefinition, ResourceDefinition, StageDefinition } from "./definitions.ts";
import type { MethodSetting } from "./model.generated.ts";

/**
 * A method's settings in a stage, or those of all methods. The key is the resource's path as the patch wrote it, slashes
 * escaped, with its first one or without.
 */
export function settingsOf(
	stage: StageDefinition,
	resource: ResourceDefinition,
	method: MethodDefinition,
): MethodSetting {
	const key = settingKeyOf(stage, resource, method);
	return (key === undefined ? undefined : stage.methodSettings[key]) ?? {};
}

/** Where the settings of a method stand: `~1pets/GET` when they are its own, with a star for the method when not. */
export function settingKeyOf(
	{ methodSettings }: StageDefinition,
	{ path }: ResourceDefinition,
	{ httpMethod }: MethodDefinition,
): string | undefined {
	// Most stages have none, and this is asked on every call.
	if (Object.keys(methodSettings).length === 0) return undefined;
	const escaped = path.replaceAll("/", "~1");
	const resources = [escaped, escaped.slice(2), "*"];
	const keys = resources.flatMap((it) => [`${it}/${httpMethod}`, `${it}/*`]);
	return keys.find((it) => Object.hasOwn(methodSettings, it));
}
