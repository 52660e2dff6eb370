import { compilePath } from "../../jsonPath/compilePath.ts";
import type { InputState, Value } from "../values/values.ts";
import { below, type Origin } from "./origin.ts";
import type { Places } from "./places.ts";

/** Where what a member of `$input` gives comes from. */
export function inputOrigin(
	places: Places,
	input: InputState,
	name: Value,
	parameters: readonly Value[],
	value: Value = null,
): Origin {
	const [first] = parameters;
	switch (name) {
		case "body":
		case "getBody":
			return "/body";
		case "params":
			places.locate(input.parameters, "/params");
			return typeof first === "string" ? parameterOrigin(input, first) : "/params";
		case "path":
		case "json": {
			if (typeof first !== "string") return "/body";
			const document = input.document();
			places.locate(document, "/body");
			const found = pathOrigin(document, first);
			// What a path gathers from many places has only the place that they have in common.
			if (!found.whole) places.locate(value, found.pointer, "gathered");
			return found.pointer;
		}
		default:
			return undefined;
	}
}

/** As `$input.params(name)` looks for it. */
function parameterOrigin({ parameters }: InputState, name: string): Origin {
	for (const place of ["path", "querystring", "header"]) {
		const values = parameters.cells.get(place)?.value;
		if (typeof values === "object" && values?.type === "Map" && values.cells.has(name)) {
			return below(`/params/${place}`, name);
		}
	}
	return undefined;
}

/** The pointer that a JSONPath stands for, as far as it names one place. */
function pathOrigin(document: Value, source: string): { readonly pointer: string; readonly whole: boolean } {
	let pointer = "/body";
	let here = document;
	for (const token of compilePath(source).tokens) {
		const [name] = token.kind === "properties" && token.names.length === 1 ? token.names : [];
		if (name !== undefined) {
			pointer = below(pointer, name);
			here = typeof here === "object" && here?.type === "Map" ? (here.cells.get(name)?.value ?? null) : null;
		} else if (token.kind === "index" || token.kind === "fromEnd") {
			const items = typeof here === "object" && here?.type === "List" ? here.items : [];
			const index = token.kind === "index" ? token.index : items.length + token.index;
			pointer = below(pointer, index);
			here = items[index] ?? null;
		} else return { pointer, whole: false };
	}
	return { pointer, whole: true };
}
