import type { Analysis } from "../../language/vtl/analysis/analyze.ts";
import type { Definition } from "../../language/vtl/analysis/definition.ts";
import type { Use } from "../../language/vtl/analysis/flow.ts";
import { literalText } from "../../language/vtl/analysis/literalText.ts";
import { memberOf } from "../../language/vtl/analysis/memberType.ts";
import { typeOfPath } from "../../language/vtl/analysis/pathType.ts";
import type { Origin, Type } from "../../language/vtl/analysis/types.ts";
import type { Expression, Reference, Segment, Span } from "../../language/vtl/nodes.ts";
import { pathSteps } from "./pathSteps.ts";

/** A name in a template and what it names. */
export type Entity = Span & { readonly name: string } & (
		| {
				readonly kind: "variable";
				readonly access: "read" | "write";
				readonly definition?: Definition;
				readonly use?: Use;
		  }
		/** A key of a map, a getter or a method behind a dot. */
		| (InReference & { readonly kind: "segment"; readonly member: NamedThing | undefined })
		/** A name in quotes: in `get('…')`, `params('…')` or brackets. */
		| (InReference & { readonly kind: "key"; readonly member: NamedThing | undefined })
		/** A property in a JSONPath, and the path up to it. */
		| (InReference & { readonly kind: "step"; readonly path: string; readonly member: NamedThing | undefined })
	);

/** A part of a reference: the reference, and the number of its segment. */
type InReference = { readonly reference: Reference; readonly index: number };

/** What is declared outside of the template. */
export type NamedThing =
	| { readonly kind: "stageVariable" }
	| { readonly kind: "parameter"; readonly places: readonly ("path" | "querystring" | "header")[] }
	| { readonly kind: "model"; readonly origin: Origin };

const known = new WeakMap<Analysis, readonly Entity[]>();

/** All names of a template that mean something, in no order. Names that an escape in a string displaces are left out. */
export function entitiesOf(analysis: Analysis): readonly Entity[] {
	const before = known.get(analysis);
	if (before !== undefined) return before;
	const { text } = analysis.template;
	const found: Entity[] = [];
	const seen = new Set<number>();
	for (const definition of analysis.definitions.all) {
		const { kind, name, nameSpan } = definition;
		if (kind === "implicit" || !names(text, nameSpan, name)) continue;
		seen.add(nameSpan.start);
		found.push({ kind: "variable", name, access: "write", definition, ...span(nameSpan) });
	}
	for (const use of analysis.uses) {
		const { reference, written } = use;
		const { name, nameSpan } = reference;
		if (!names(text, nameSpan, name)) continue;
		if (!seen.has(nameSpan.start) && !reference.escaped) {
			found.push({ kind: "variable", name, access: written ? "write" : "read", use, ...span(nameSpan) });
		}
		for (const [index, segment] of reference.path.entries())
			found.push(...segmentEntities(analysis, reference, segment, index));
	}
	const result = found.toSorted((a, b) => a.start - b.start);
	known.set(analysis, result);
	return result;
}

/** The name at the offset or right before it. */
export function entityAt(analysis: Analysis, offset: number): Entity | undefined {
	return entitiesOf(analysis).find(({ start, end }) => start <= offset && offset <= end);
}

function segmentEntities(analysis: Analysis, reference: Reference, segment: Segment, index: number): readonly Entity[] {
	const { text } = analysis.template;
	const place = { reference, index };
	const found: Entity[] = [];
	if (segment.kind !== "index") {
		const { name, start } = segment;
		const at = { start, end: start + name.length };
		if (names(text, at, name)) {
			const member = segment.kind === "property" ? keyMember(analysis, reference, index, name) : undefined;
			found.push({ kind: "segment", ...place, ...at, name, member });
		}
	}
	const argument =
		segment.kind === "method" ? segment.arguments[0] : segment.kind === "index" ? segment.index : undefined;
	const content = argument === undefined ? undefined : contentOf(text, argument);
	if (content === undefined) return found;
	const method = segment.kind === "method" ? segment.name : "get";
	const input = reference.name === "input" && index === 0;
	if (input && (method === "path" || method === "json")) {
		for (const { path, name, ...at } of pathSteps(text.slice(content.start, content.end))) {
			const shifted = { start: content.start + at.start, end: content.start + at.end };
			const member = modelMember(typeOfPath(analysis.world.body, path), name);
			found.push({ kind: "step", ...place, ...shifted, name, path, member });
		}
	} else if ((input && method === "params") || method === "get" || method === "containsKey") {
		const name = text.slice(content.start, content.end);
		const member: NamedThing | undefined =
			method === "params"
				? { kind: "parameter", places: ["path", "querystring", "header"] }
				: keyMember(analysis, reference, index, name);
		found.push({ kind: "key", ...place, ...content, name, member });
	}
	return found;
}

/** What a key of a map is declared as, behind the first `index` parts of a reference. */
function keyMember(analysis: Analysis, reference: Reference, index: number, name: string): NamedThing | undefined {
	const type = analysis.typeOfReference(reference, index);
	if (type === analysis.world.stageVariables) return { kind: "stageVariable" };
	for (const place of ["path", "querystring", "header"] as const) {
		if (analysis.world.parameters.members.get(place)?.type() === type) return { kind: "parameter", places: [place] };
	}
	return modelMember(type, name);
}

function modelMember(type: Type, name: string): NamedThing | undefined {
	const origin = memberOf(type, name)?.origin;
	return origin === undefined ? undefined : { kind: "model", origin };
}

/** The inside of a string literal, if it stands there as it is. */
function contentOf(text: string, argument: Expression): Span | undefined {
	const literal = literalText(argument);
	const at = { start: argument.start + 1, end: argument.end - 1 };
	return literal !== undefined && text.slice(at.start, at.end) === literal ? at : undefined;
}

function names(text: string, { start, end }: Span, name: string): boolean {
	return name !== "" && end - start === name.length && text.startsWith(name, start);
}

function span({ start, end }: Span): Span {
	return { start, end };
}
