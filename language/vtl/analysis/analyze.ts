import type { Expression, Reference, Template } from "../nodes.ts";
import type { Definition, Reaching } from "./definition.ts";
import { type Flow, followFlow } from "./flow.ts";
import { type Inference, inferReference, inferType } from "./infer.ts";
import { joinTypes } from "./joinTypes.ts";
import { iteratedItem } from "./returnType.ts";
import { nothing, plain, type Type, unknown } from "./types.ts";
import { typeOfBinding, type World } from "./world.ts";

/** What is known of a template without rendering it. */
export type Analysis = Flow & {
	readonly template: Template;
	readonly world: World;
	typeOf(expression: Expression): Type;
	/** What a reference gives after the first `count` parts of its path. */
	typeOfReference(reference: Reference, count?: number): Type;
	typeOfDefinition(definition: Definition): Type;
	typeOfReaching(reaching: Reaching): Type;
	/** As `typeOfReference`, of a piece of text that was read by itself and stands at the offset. */
	typeOfPiece(reference: Reference, offset: number, count?: number): Type;
};

const known = new WeakMap<Template, Analysis>();

/** Takes time in proportion to the template, once: a tree is analyzed again only for another world. */
export function analyze(template: Template, world: World): Analysis {
	const before = known.get(template);
	if (before?.world === world) return before;
	const made = createAnalysis(template, world, followFlow(template));
	known.set(template, made);
	return made;
}

/** Definitions whose types depend on each other further than this are unknown. */
const depthMax = 40;

function createAnalysis(template: Template, world: World, flow: Flow): Analysis {
	const definitionTypes = new Map<Definition, Type>();
	const reachingTypes = new WeakMap<Reaching, Type>();
	let depth = 0;
	const inference: Inference = {
		world,
		rootType: (reference) => {
			const use = flow.useOf.get(reference);
			return use === undefined ? unknown : typeOfReaching(use.reaching);
		},
	};
	// In the order of the text, so that few wait for others.
	for (const definition of flow.definitions.all) typeOfDefinition(definition);

	return {
		...flow,
		template,
		world,
		typeOf: (expression) => inferType(expression, inference),
		typeOfReference: (reference, count) => inferReference(reference, inference, count),
		typeOfDefinition,
		typeOfReaching,
		typeOfPiece: (reference, offset, count) => {
			const rootType = ({ name }: Reference): Type => typeOfReaching(flow.at(name, offset));
			return inferReference(reference, { world, rootType }, count);
		},
	};

	/** Joins may follow each other further than the call stack goes; those typed before are not entered again. */
	function typeOfReaching(reaching: Reaching): Type {
		const types: Type[] = [];
		const seen = new Set<Reaching>();
		const open = [reaching];
		for (let next = open.pop(); next !== undefined; next = open.pop()) {
			const before = reachingTypes.get(next);
			if (before !== undefined) types.push(before);
			else if (next.kind === "binding") types.push(typeOfBinding(world, next.name));
			else if (next.kind === "definition") types.push(typeOfDefinition(next.definition));
			else if (next.kind !== "unset" && !seen.has(next)) {
				seen.add(next);
				if (next.kind === "join") open.push(...next.parts);
				else {
					// What depends on itself adds nothing to its type.
					reachingTypes.set(next, nothing);
					types.push(...next.definitions.map(typeOfDefinition));
					open.push(next.before);
				}
			}
		}
		const type = joinTypes(types);
		if (reaching.kind === "join" || reaching.kind === "some") reachingTypes.set(reaching, type);
		return type;
	}

	function typeOfDefinition(definition: Definition): Type {
		const before = definitionTypes.get(definition);
		if (before !== undefined) return before;
		if (depth > depthMax) return unknown;
		definitionTypes.set(definition, nothing);
		depth++;
		const type = makeDefinitionType(definition);
		depth--;
		definitionTypes.set(definition, type);
		return type;
	}

	function makeDefinitionType({ kind, node, name }: Definition): Type {
		if (node.kind === "set") return inferType(node.value, inference);
		switch (kind) {
			case "loop":
				return node.arguments[2] === undefined ? unknown : iteratedItem(inferType(node.arguments[2], inference));
			case "implicit":
				if (name === "foreach") return plain("Scope");
				return plain(name === "velocityCount" ? "Integer" : "Boolean");
			case "define":
				return plain("Block");
			default:
				return unknown;
		}
	}
}
