import type { MethodDefinition, ResourceDefinition, StageDefinition } from "./definitions.ts";
import type { MethodSetting } from "./model.generated.ts";

/**
 * A method's settings in a stage, or those of all methods. The key is the resource's path as the patch wrote it, slashes
 * escaped, with its first one or without.
 */
export function settingsOf(
	{ methodSettings }: StageDefinition,
	{ path }: ResourceDefinition,
	{ httpMethod }: MethodDefinition,
): MethodSetting {
	// Most stages have none, and this is asked on every call.
	if (Object.keys(methodSettings).length === 0) return {};
	const escaped = path.replaceAll("/", "~1");
	const resources = [escaped, escaped.slice(2), "*"];
	const keys = resources.flatMap((it) => [`${it}/${httpMethod}`, `${it}/*`]);
	const key = keys.find((it) => Object.hasOwn(methodSettings, it));
	return (key === undefined ? undefined : methodSettings[key]) ?? {};
}
