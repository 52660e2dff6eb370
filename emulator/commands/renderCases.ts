import { once } from "node:events";
import { callSample } from "../../language/samples/callSample.ts";
import { jsonList } from "../../language/samples/jsonList.ts";
import { jsonObject } from "../../language/samples/jsonObject.ts";
import type { JsonValue, MappingEnvironment } from "../../language/vtl/bindings/environment.ts";
import type { Dialect } from "../../language/vtl/dialect.ts";
import { readInput } from "./readInput.ts";
import { renderedLine, renderWithin } from "./renderWithin.ts";
import { UsageError } from "./usageError.ts";

export type Cases = { readonly cases: string; readonly dialect: Dialect };

/** Renders each of many cases and says of each, in one line of JSON, how it went. */
export async function renderCases({ cases: file, dialect }: Cases): Promise<number> {
	// All are read before the first is rendered: a file that cannot be used is refused whole.
	const cases = readCases(file);
	let failed = false;
	for (const { name, template, environment } of cases) {
		const rendered = renderWithin(template, environment, dialect);
		failed ||= !rendered.ok;
		// A reader that is slower than the rendering is waited for.
		if (!process.stdout.write(`${renderedLine(name, rendered)}\n`)) await once(process.stdout, "drain");
	}
	return failed ? 1 : 0;
}

type Case = { readonly name: string; readonly template: string; readonly environment: MappingEnvironment };

function readCases(file: string): readonly Case[] {
	let value: JsonValue;
	try {
		value = JSON.parse(readInput(file)) as JsonValue; // What JSON.parse gives without a reviver.
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
	const cases = jsonList(value);
	if (cases === undefined)
		throw new UsageError(`${file} must be an array of cases: { "name", "template", "context" }.`);
	return cases.map((item, i) => readCase(item, `case ${i + 1} of ${file}`));
}

function readCase(value: JsonValue, which: string): Case {
	const { name, template, context = {} } = jsonObject(value) ?? {};
	if (typeof name !== "string") throw new UsageError(`${which} has no "name".`);
	if (typeof template !== "string") throw new UsageError(`${which}, ${name}, has no "template".`);
	const call = jsonObject(context);
	const environment = call === undefined ? '"context" is an object.' : callSample(call);
	if (typeof environment === "string") throw new UsageError(`${which}, ${name}, cannot be used: ${environment}`);
	return { name, template, environment };
}
