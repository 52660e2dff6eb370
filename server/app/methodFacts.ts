import { beside, type Files } from "./files.ts";
import type { AppKnowledge, FunctionFacts, MethodFacts } from "./knowledge.ts";
import type { MethodSketch } from "./methodSketch.ts";

/** A method with the models and the function that its names stand for. */
export function methodFacts(
	sketch: MethodSketch,
	named: ReadonlyMap<string, MethodModel>,
	functions: readonly FunctionFacts[],
): MethodFacts {
	const models = (names: ReadonlyMap<string, string>) =>
		new Map(
			[...names].flatMap(([type, name]) => {
				const model = named.get(name);
				return model === undefined ? [] : [[type, model] as const];
			}),
		);
	return {
		api: sketch.api,
		httpMethod: sketch.httpMethod,
		path: sketch.path,
		declared: sketch.declared,
		integration: sketch.integration,
		parameters: sketch.parameters,
		requestModels: models(sketch.requestModels),
		responseModels: new Map([...sketch.responseModels].map(([status, names]) => [status, models(names)])),
		function: functions.find(({ name }) => name === sketch.function),
	};
}

type MethodModel = AppKnowledge["models"][number];

const extensions = [".ts", ".mts", ".js", ".mjs", ".cjs", ".tsx", ".py"];

/** A function with the file of its handler, if there is one. */
export function withFile(one: FunctionFacts, files: Files): FunctionFacts {
	const base = one.file === undefined ? undefined : beside(one.declared.uri, one.file);
	if (base === undefined) return { ...one, file: undefined };
	return { ...one, file: extensions.map((extension) => `${base}${extension}`).find((uri) => files.stamp(uri) !== "") };
}
