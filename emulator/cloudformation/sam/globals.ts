import type { Mapping, Node } from "../node.ts";
import { functionCall } from "../resolve.ts";
import type { Resource } from "../template.ts";
import type { Report } from "./transformed.ts";

/** A SAM resource with what Globals says for its type: maps are merged, lists appended, of single values its own wins. */
export function withGlobals(resource: Resource, globals: Mapping | undefined, report: Report): Resource {
	const section = sections[resource.type];
	const common = section === undefined ? undefined : globals?.entries.get(section)?.value;
	if (common === undefined) return resource;
	if (common.kind === "map") return { ...resource, properties: mergeMaps(common, resource.properties) };
	const message = `${section} of Globals must be a map.`;
	report({ severity: "error", code: "globals", message, at: common.at });
	return resource;
}

const sections: Readonly<Record<string, string>> = {
	"AWS::Serverless::Api": "Api",
	"AWS::Serverless::Function": "Function",
	"AWS::Serverless::HttpApi": "HttpApi",
	"AWS::Serverless::LayerVersion": "LayerVersion",
	"AWS::Serverless::SimpleTable": "SimpleTable",
	"AWS::Serverless::StateMachine": "StateMachine",
};

function mergeMaps(common: Mapping, own: Mapping): Mapping {
	const entries = new Map(common.entries);
	for (const [key, entry] of own.entries) {
		const shared = common.entries.get(key);
		entries.set(key, shared === undefined ? entry : { ...entry, value: merge(shared.value, entry.value) });
	}
	return { ...own, entries };
}

function merge(common: Node, own: Node): Node {
	if (common.kind === "list" && own.kind === "list") return { ...own, items: [...common.items, ...own.items] };
	if (common.kind !== "map" || own.kind !== "map") return own;
	const isFunction = functionCall(common) !== undefined || functionCall(own) !== undefined;
	return isFunction ? own : mergeMaps(common, own);
}
