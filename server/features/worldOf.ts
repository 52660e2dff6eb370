import { joinTypes } from "../../language/vtl/analysis/joinTypes.ts";
import { typeOfSample } from "../../language/vtl/analysis/sampleType.ts";
import type { SchemaSource } from "../../language/vtl/analysis/schemaPart.ts";
import { typeOfSchema } from "../../language/vtl/analysis/schemaType.ts";
import { plain, type Type, unknown } from "../../language/vtl/analysis/types.ts";
import { createWorld, type World } from "../../language/vtl/analysis/world.ts";
import type { JsonValue } from "../../language/vtl/bindings/environment.ts";
import type { AppKnowledge, Declared, ModelFacts, Place } from "../app/knowledge.ts";
import type { TemplateView } from "../templateView.ts";

const worlds = new WeakMap<TemplateView, World>();
const sampleTypes = new WeakMap<TemplateView["samples"][number], Type>();
/** So many samples are looked at for the shape of the body. */
const samplesMax = 5;

/** What the template of a view begins with: its place in the app tells, and where that has no model, what was seen. */
export function worldOf(view: TemplateView): World {
	const known = worlds.get(view);
	if (known !== undefined) return known;
	const { place, app } = view;
	const body = place.input === undefined ? seenBody(view) : modelType(place.input, app);
	const made = worldAt(place, app, body.kind === "nothing" ? unknown : body);
	worlds.set(view, made);
	return made;
}

/** The shape of the bodies that the template was given in the running app, and of its samples. */
export function seenBody({ samples, recorded }: TemplateView): Type {
	const bodies = samples.slice(0, samplesMax).map(sampleType);
	return joinTypes([...recorded.map((body) => typeOfSample(parsed(body))), ...bodies]);
}

/** What a template at a place begins with, without samples. */
export function worldAt(place: Place, app: AppKnowledge, body = declaredBody(place, app)): World {
	const { path, querystring, header } = place.parameters;
	const variables = place.stageVariables.length > 0 ? place.stageVariables : app.stageVariables;
	return createWorld(
		body,
		{ path: names(path), querystring: names(querystring), header: names(header) },
		variables.map(({ name, value }) => ({
			name,
			type: () => plain("String"),
			documentation: `A variable of the stage, here \`${value}\`.`,
		})),
	);
}

function declaredBody(place: Place, app: AppKnowledge): Type {
	return place.input === undefined ? unknown : modelType(place.input, app);
}

function modelType(model: ModelFacts, app: AppKnowledge): Type {
	return typeOfSchema(source(model, app));
}

function source({ name, schema }: ModelFacts, app: AppKnowledge): SchemaSource {
	return {
		name,
		schema,
		find: (other) => {
			const found = app.models.find((it) => it.name === other);
			return found === undefined ? undefined : source(found, app);
		},
	};
}

function sampleType(sample: TemplateView["samples"][number]): Type {
	const known = sampleTypes.get(sample);
	if (known !== undefined) return known;
	const type = typeOfSample(parsed(sample.input.body));
	sampleTypes.set(sample, type);
	return type;
}

function parsed(body: string): JsonValue {
	try {
		// What JSON.parse gives is JSON.
		return JSON.parse(body) as JsonValue;
	} catch {
		return null;
	}
}

function names(declared: readonly Declared[]): readonly string[] {
	return declared.map(({ name }) => name);
}
