import { jsonObject } from "../samples/jsonObject.ts";
import type { JsonObject, JsonValue } from "../vtl/bindings/environment.ts";

/** A model's schema, JSON Schema draft 4. */
export type Schema = JsonObject;

/** A schema with all that it may refer to: what stands in its own root, and the other models of its API. */
export type Model = {
	readonly schema: Schema;
	/** Where `#` counts from; the schema itself where absent. */
	readonly root?: Schema;
	/** The schema of another model, by its name. */
	find?(name: string): Schema | undefined;
};

/** What a `$ref` leads to; undefined where it leads nowhere. */
export function referredTo(model: Model, ref: string): Model | undefined {
	const [address = "", fragment = ""] = ref.split("#", 2);
	const name = modelNameOf(address);
	const root = address === "" ? (model.root ?? model.schema) : name === undefined ? undefined : model.find?.(name);
	let here: JsonValue | undefined = root;
	for (const step of fragment.split("/").slice(1)) here = jsonObject(here)?.[decoded(step)];
	const schema = jsonObject(here);
	return root === undefined || schema === undefined ? undefined : { ...model, schema, root };
}

/** A part of a model's schema, as a model of its own. */
export function partOf(model: Model, schema: JsonValue | undefined): Model {
	return { ...model, schema: jsonObject(schema) ?? {}, root: model.root ?? model.schema };
}

/** The model without `$ref` at its top; a reference that goes in circles or nowhere stands for anything. */
export function resolved(model: Model): Model {
	let here = model;
	for (let i = 0; i < referencesMax; i++) {
		const ref = here.schema["$ref"];
		if (typeof ref !== "string") return here;
		const next = referredTo(here, ref);
		if (next === undefined) break;
		here = next;
	}
	return partOf(model, {});
}

const referencesMax = 50;

/** The name in `https://apigateway.amazonaws.com/restapis/{id}/models/{name}`. */
export function modelNameOf(address: string): string | undefined {
	return /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]+\/models\/([A-Za-z0-9]+)$/.exec(address)?.[1];
}

function decoded(step: string): string {
	try {
		return decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
	} catch {
		return step;
	}
}
