import { readJson } from "../../json/readJson.ts";
import { createVariables, type Variables } from "../evaluate/variables.ts";
import { fromJson } from "../values/jsonValues.ts";
import { type InputState, type JavaMap, map, type Value } from "../values/values.ts";
import type { MappingEnvironment, MappingInput } from "./environment.ts";

/** The variables that a mapping template begins with. */
export function bind({ input, stageVariables }: MappingEnvironment, context: JavaMap): Variables {
	const variables = createVariables();
	const state = inputState(input);
	variables.set("input", { type: "Bound", name: "$input", input: state });
	variables.set("util", { type: "Bound", name: "$util", input: state });
	variables.set("context", context);
	variables.set("stageVariables", fromJson(stageVariables));
	return variables;
}

function inputState(input: MappingInput): InputState {
	// Recorded on AWS: an empty body reads as {}.
	const body = input.body === "" ? "{}" : input.body;
	let document: Value | undefined;
	const parameters = map();
	const places = [
		["path", input.path],
		["querystring", input.query],
		["header", input.headers],
	] as const;
	for (const [key, values] of places) parameters.cells.set(key, { key, value: fromJson(values) });
	return {
		body,
		document: () => {
			document ??= readJson(body);
			return document;
		},
		parameters,
	};
}
