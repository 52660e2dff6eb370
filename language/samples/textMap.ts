import type { JsonValue } from "../vtl/bindings/environment.ts";
import { jsonObject } from "./jsonObject.ts";

/** Names with texts, as headers and parameters are; numbers and booleans become text. Undefined when it is none. */
export function textMap(value: JsonValue | undefined): Readonly<Record<string, string>> | undefined {
	if (value === undefined || value === null) return {};
	const members = jsonObject(value);
	if (members === undefined) return undefined;
	const texts: [string, string][] = [];
	for (const [name, item] of Object.entries(members)) {
		if (item === null) continue;
		if (typeof item === "object") return undefined;
		texts.push([name, String(item)]);
	}
	return Object.fromEntries(texts);
}
