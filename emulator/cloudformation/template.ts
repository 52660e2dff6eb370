import type { Problem, SourceLocation } from "../../protocol/problem.ts";
import { names } from "./names.ts";
import { child, childText, type Mapping, type Node } from "./node.ts";

/** A template's sections, each part with its place. Functions are not carried out yet. */
export type Template = {
	readonly file: string;
	readonly transforms: readonly { readonly name: string; readonly at: SourceLocation }[];
	readonly globals: Mapping | undefined;
	readonly parameters: ReadonlyMap<string, Parameter>;
	readonly mappings: Mapping | undefined;
	readonly conditions: ReadonlyMap<string, Node>;
	readonly resources: ReadonlyMap<string, Resource>;
	readonly outputs: Mapping | undefined;
	/** Other names of resources, as SAM allows: `Api.Stage` for the stage it makes of `Api`. */
	readonly aliases: ReadonlyMap<string, string>;
	/** Resources whose Condition does not hold. */
	readonly removed: ReadonlySet<string>;
};

export type Parameter = {
	readonly type: string;
	/** Its Default. */
	readonly fallback: Node | undefined;
	/** Its AllowedValues; empty when any will do. */
	readonly allowed: readonly string[];
	readonly at: SourceLocation;
};

export type Resource = {
	readonly logicalId: string;
	readonly type: string;
	/** Where its logical id is written. */
	readonly at: SourceLocation;
	readonly typeAt: SourceLocation;
	readonly properties: Mapping;
	readonly dependsOn: readonly { readonly logicalId: string; readonly at: SourceLocation }[];
	readonly condition: string | undefined;
	readonly metadata: Mapping | undefined;
	/** `Retain` and its like: the thing stays when the resource goes. */
	readonly isRetained: boolean;
	/** The function whose code this is a version of: new code makes a new one. */
	readonly follows?: string;
};

/** Reads the sections of a template; what cannot be understood is reported and left out. */
export function readTemplate(
	root: Node,
	file: string,
): { readonly template: Template; readonly problems: readonly Problem[] } {
	const problems: Problem[] = [];
	for (const [name, { keyAt }] of root.kind === "map" ? root.entries : []) {
		if (!sections.has(name))
			problems.push(problem("unknown-section", `A template has no section ${name}.`, keyAt, "warning"));
	}
	const resources = new Map<string, Resource>();
	const section = child(root, "Resources");
	if (section?.kind !== "map") {
		problems.push(
			problem(
				"no-resources",
				"A template needs a Resources section: a map of at least one resource.",
				section?.at ?? root.at,
			),
		);
	} else {
		for (const [logicalId, { value, keyAt }] of section.entries) {
			const resource = readResource(logicalId, value, keyAt, problems);
			if (resource !== undefined) resources.set(logicalId, resource);
		}
	}
	const template: Template = {
		file,
		transforms: readTransforms(child(root, "Transform")),
		globals: mappingOrNothing(child(root, "Globals")),
		parameters: readParameters(child(root, "Parameters")),
		mappings: mappingOrNothing(child(root, "Mappings")),
		conditions: new Map(entriesOf(child(root, "Conditions")).map(([name, { value }]) => [name, value])),
		resources,
		outputs: mappingOrNothing(child(root, "Outputs")),
		aliases: new Map(),
		removed: new Set(),
	};
	return { template, problems };
}

const sections = new Set(
	names(`
		AWSTemplateFormatVersion Description Metadata Parameters Rules Mappings Conditions Transform
		Resources Outputs Globals Hooks
	`),
);

const resourceParts = new Set(
	names(`
		Type Properties DependsOn Condition Metadata DeletionPolicy UpdateReplacePolicy CreationPolicy
		UpdatePolicy Connectors IgnoreGlobals Description
	`),
);

function readResource(logicalId: string, from: Node, at: SourceLocation, problems: Problem[]): Resource | undefined {
	const type = child(from, "Type");
	if (from.kind !== "map" || type?.kind !== "scalar" || type.text === "") {
		problems.push(problem("no-type", `The resource ${logicalId} needs a Type, such as AWS::DynamoDB::Table.`, at));
		return undefined;
	}
	for (const [part, { keyAt }] of from.entries) {
		if (resourceParts.has(part)) continue;
		const message = `The resource ${logicalId} has ${part} beside its Type: properties belong under Properties.`;
		problems.push(problem("misplaced-property", message, keyAt));
	}
	for (const part of ["Connectors", "IgnoreGlobals"]) {
		const entry = from.entries.get(part);
		if (entry === undefined) continue;
		const message = `${part} of ${logicalId} is not emulated yet: it has no effect here.`;
		problems.push(problem("missing-property", message, entry.keyAt, "warning"));
	}
	const properties = child(from, "Properties");
	if (properties !== undefined && !isMapOrNothing(properties)) {
		problems.push(problem("properties", `The Properties of ${logicalId} must be a map.`, properties.at));
	}
	return {
		logicalId,
		type: type.text,
		at,
		typeAt: type.at,
		properties: properties?.kind === "map" ? properties : { kind: "map", entries: new Map(), at },
		dependsOn: readDependsOn(child(from, "DependsOn")),
		condition: childText(from, "Condition"),
		metadata: mappingOrNothing(child(from, "Metadata")),
		isRetained: (childText(from, "DeletionPolicy") ?? "Delete").startsWith("Retain"),
	};
}

function readDependsOn(from: Node | undefined): Resource["dependsOn"] {
	const items = from?.kind === "list" ? from.items : from === undefined ? [] : [from];
	return items.flatMap((item) => (item.kind === "scalar" ? { logicalId: item.text, at: item.at } : []));
}

function readTransforms(from: Node | undefined): Template["transforms"] {
	const items = from?.kind === "list" ? from.items : from === undefined ? [] : [from];
	return items.flatMap((item) => {
		const name = item.kind === "scalar" ? item.text : childText(item, "Name");
		return name === undefined ? [] : { name, at: item.at };
	});
}

export function readParameters(from: Node | undefined): Template["parameters"] {
	return new Map(
		entriesOf(from).map(([name, { value, keyAt }]) => [
			name,
			{
				type: childText(value, "Type") ?? "String",
				fallback: child(value, "Default"),
				allowed: textsOf(child(value, "AllowedValues")),
				at: keyAt,
			},
		]),
	);
}

function textsOf(list: Node | undefined): readonly string[] {
	return list?.kind === "list" ? list.items.flatMap((item) => (item.kind === "scalar" ? item.text : [])) : [];
}

function entriesOf(from: Node | undefined) {
	return from?.kind === "map" ? [...from.entries] : [];
}

function mappingOrNothing(from: Node | undefined): Mapping | undefined {
	return from?.kind === "map" ? from : undefined;
}

/** `Properties:` with nothing behind it is an empty map. */
function isMapOrNothing(from: Node): boolean {
	return from.kind === "map" || (from.kind === "scalar" && from.value === null);
}

function problem(code: string, message: string, at: SourceLocation, severity: Problem["severity"] = "error"): Problem {
	return { severity, code, message, at };
}
