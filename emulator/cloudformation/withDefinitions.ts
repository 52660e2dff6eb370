import type { SourceLocation } from "../../protocol/problem.ts";
import { child, childText, type Mapping, type Node } from "./node.ts";

/**
 * Puts the OpenAPI definitions that a template names by file (SAM's DefinitionUri, CloudFormation's BodyS3Location) in
 * their place, as `sam deploy` and `aws cloudformation package` send them along. A definition in S3 stays where it is: that
 * it is missing is said when the API is made.
 */
export function withDefinitions(root: Node, read: ReadDefinition): Node {
	const resources = child(root, "Resources");
	if (root.kind !== "map" || resources?.kind !== "map") return root;
	const entries = new Map(resources.entries);
	for (const [logicalId, entry] of resources.entries) {
		entries.set(logicalId, { ...entry, value: defined(entry.value, read) });
	}
	return withEntry(root, "Resources", { ...resources, entries });
}

/** The definition in a file, or nothing when that was reported. */
export type ReadDefinition = (location: string, at: SourceLocation) => Node | undefined;

const byFile: Readonly<Record<string, { readonly file: string; readonly definition: string }>> = {
	"AWS::Serverless::Api": { file: "DefinitionUri", definition: "DefinitionBody" },
	"AWS::ApiGateway::RestApi": { file: "BodyS3Location", definition: "Body" },
};

function defined(resource: Node, read: ReadDefinition): Node {
	const names = byFile[childText(resource, "Type") ?? ""];
	const properties = child(resource, "Properties");
	if (resource.kind !== "map" || properties?.kind !== "map" || names === undefined) return resource;
	const location = child(properties, names.file);
	if (location?.kind !== "scalar" || /^s3:|^https?:/.test(location.text)) return resource;
	const body = read(location.text, location.at);
	if (body === undefined) return resource;
	const entries = new Map(properties.entries);
	// SAM looks at how a definition was given; CloudFormation has one property or the other.
	if (names.file === "BodyS3Location") entries.delete(names.file);
	entries.set(names.definition, { value: body, keyAt: location.at });
	return withEntry(resource, "Properties", { ...properties, entries });
}

function withEntry(map: Mapping, name: string, value: Node): Mapping {
	const entry = map.entries.get(name);
	return { ...map, entries: new Map(map.entries).set(name, { value, keyAt: entry?.keyAt ?? value.at }) };
}
