import { parseArgs } from "node:util";
import { readSample } from "../../language/samples/readSample.ts";
import { samplePathOf } from "../../language/samples/samplePathOf.ts";
import type { Dialect } from "../../language/vtl/dialect.ts";
import { readInput } from "./readInput.ts";
import { type Cases, renderCases } from "./renderCases.ts";
import { renderedLine, renderWithin } from "./renderWithin.ts";
import { UsageError } from "./usageError.ts";

/**
 * `gatewright render`: what a mapping template makes of a call, on standard output. 0: rendered; 1: a template failed;
 * 2: the command, or a file of it, cannot be used.
 */
export async function render(args: readonly string[]): Promise<number> {
	try {
		const options = readOptions(args);
		return "cases" in options ? await renderCases(options) : renderOne(options);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		console.error(`gatewright render: ${error.message}`);
		return 2;
	}
}

const dialects: readonly Dialect[] = ["apigw", "velocity17"];

type One = {
	readonly template: string;
	readonly event: string | undefined;
	readonly dialect: Dialect;
	readonly json: boolean;
};

function renderOne({ template, event, dialect, json }: One): number {
	const text = readInput(template);
	const file = event ?? samplePathOf(template);
	const sample = readSample(readSampleFile(file, event === undefined, template));
	if (!sample.ok) throw new UsageError(`${file} is no call to render with: ${sample.message}`);
	const rendered = renderWithin(text, sample.environment, dialect);
	if (json) process.stdout.write(`${renderedLine(template, rendered)}\n`);
	else if (rendered.ok) process.stdout.write(rendered.output);
	else console.error(`${template}:${rendered.line}:${rendered.column}: error: ${rendered.message}`);
	return rendered.ok ? 0 : 1;
}

function readSampleFile(file: string, guessed: boolean, template: string): string {
	try {
		return readInput(file);
	} catch (error) {
		if (!guessed || !(error instanceof UsageError)) throw error;
		throw new UsageError(`give the call to render ${template} with: --event FILE, or a file ${file} beside it.`);
	}
}

function readOptions(args: readonly string[]): One | Cases {
	const { values, positionals } = parsed(args);
	const { event, cases, json = false } = values;
	const dialect = dialects.find((it) => it === values.dialect);
	if (dialect === undefined) {
		throw new UsageError(`there is no dialect "${values.dialect}"; there are ${dialects.join(" and ")}.`);
	}
	const [template, ...more] = positionals;
	if (cases !== undefined) {
		if (template !== undefined || event !== undefined)
			throw new UsageError("--cases brings its templates and calls along; give no TEMPLATE and no --event with it.");
		return { cases, dialect };
	}
	if (template === undefined) throw new UsageError("give a TEMPLATE, or --cases FILE.");
	if (more.length > 0) throw new UsageError(`one TEMPLATE is enough; "${more[0]}" is one too many.`);
	return { template, event, dialect, json };
}

function parsed(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				event: { type: "string" },
				cases: { type: "string" },
				dialect: { type: "string", default: "apigw" },
				json: { type: "boolean" },
			},
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}
