import { type Draft, mapping } from "../node.ts";
import type { Resource } from "../template.ts";

/** A resource that a SAM resource becomes: it stands where that one stands, and shares its condition. */
export function made(
	from: Resource,
	logicalId: string,
	type: string,
	properties: Readonly<Record<string, Draft>>,
	at = from.at,
): Resource {
	return {
		logicalId,
		type,
		at,
		typeAt: logicalId === from.logicalId ? from.typeAt : at,
		properties: { ...mapping(properties, at) },
		dependsOn: logicalId === from.logicalId ? from.dependsOn : [],
		condition: from.condition,
		metadata: logicalId === from.logicalId ? from.metadata : undefined,
		isRetained: logicalId === from.logicalId && from.isRetained,
	};
}

export const ref = (name: string): Draft => ({ Ref: name });
export const getAtt = (name: string, attribute: string): Draft => ({ "Fn::GetAtt": [name, attribute] });

/** Logical ids have letters and digits only. */
export function alphanumeric(text: string): string {
	return text.replace(/[^A-Za-z0-9]/g, "");
}
