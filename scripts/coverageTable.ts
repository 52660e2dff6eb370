/**
 * Prints, for each service, how many of the operations in AWS's model exist here: `npm run coverage-table`, with
 * `-- --missing` to name the others and `-- --readme` to renew the README's. Derived from the model's table and the files in the service's `operations/` folder.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadModel, type ModelName, modelNames } from "../emulator/aws/model.ts";

/** Which folder of `emulator/` is which of AWS's services; a service without a folder has nothing yet. */
const folders: Readonly<Partial<Record<ModelName, string>>> = {
	apigateway: "apiGateway",
	dynamodb: "dynamodb",
	dynamodbstreams: "dynamodbStreams",
	lambda: "lambda",
	sts: "sts",
};

export type Coverage = {
	readonly service: ModelName;
	readonly implemented: readonly string[];
	readonly missing: readonly string[];
};

export function coverage(): Coverage[] {
	return modelNames.map((service) => {
		const files = operationFiles(folders[service]);
		const names = Object.keys(loadModel(service).operations);
		return {
			service,
			implemented: names.filter((it) => files.has(fileName(it))),
			missing: names.filter((it) => !files.has(fileName(it))),
		};
	});
}

function operationFiles(folder: string | undefined): Set<string> {
	const dir = join(import.meta.dirname, "../emulator", folder ?? "", "operations");
	if (folder === undefined || !existsSync(dir)) return new Set();
	return new Set(readdirSync(dir).map((it) => it.replace(/\.ts$/, "")));
}

function fileName(operation: string): string {
	return operation.charAt(0).toLowerCase() + operation.slice(1);
}

/** The table as Markdown. */
export function coverageMarkdown(rows: readonly Coverage[]): string {
	const lines = rows.map(
		(it) => `| ${it.service} | ${it.implemented.length + it.missing.length} | ${it.implemented.length} |`,
	);
	return ["| service | operations in AWS's model | implemented |", "|---|---:|---:|", ...lines].join("\n");
}

/** The README with its table of the services that have something made anew; a test holds the two together. */
export function withCoverage(readme: string): string {
	const table = coverageMarkdown(coverage().filter((it) => it.implemented.length > 0));
	return readme.replace(/(<!-- coverage -->\n)[\s\S]*?(<!-- \/coverage -->)/, `$1\n${table}\n\n$2`);
}

if (import.meta.main) {
	if (process.argv.includes("--readme")) {
		const readme = join(import.meta.dirname, "../README.md");
		writeFileSync(readme, withCoverage(readFileSync(readme, "utf8")));
	}
	console.log(coverageMarkdown(coverage()));
	if (process.argv.includes("--missing")) {
		for (const { service, implemented, missing } of coverage()) {
			if (implemented.length > 0) console.log(`\n${service} lacks: ${missing.join(", ")}`);
		}
	}
}
