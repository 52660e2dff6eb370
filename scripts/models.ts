/**
 * Makes the emulator's tables from AWS's service models: `npm run models -- FOLDER`, where FOLDER holds one botocore-style
 * JSON per service (without documentation). Writes `emulator/aws/models/*.json`, which the emulator reads at run time, and
 * `emulator/<service>/model.generated.ts`, the types its operations are written against. Both are committed: a build needs
 * neither the folder nor a network.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ModelName, modelNames } from "../emulator/aws/model.ts";
import { compactModel, type SourceModel } from "./models/compact.ts";
import { corrections } from "./models/corrections.ts";
import { modelTypes } from "./models/types.ts";

/** The folders of `emulator/` whose operations are written against a model's types. */
const typedFolders: Readonly<Partial<Record<ModelName, string>>> = {
	apigateway: "apiGateway",
	dynamodb: "dynamodb",
	dynamodbstreams: "dynamodbStreams",
	lambda: "lambda",
	sts: "sts",
};

const from = process.argv[2];
if (from === undefined) {
	console.error("Say where AWS's models are: npm run models -- ../shared/models");
	process.exit(2);
}
const root = join(import.meta.dirname, "..");
for (const name of modelNames) {
	const source: SourceModel = JSON.parse(readFileSync(join(from, `${name}.json`), "utf8"));
	corrections[name]?.(source.shapes);
	const model = compactModel(source);
	mkdirSync(join(root, "emulator/aws/models"), { recursive: true });
	writeFileSync(join(root, `emulator/aws/models/${name}.json`), `${JSON.stringify(model)}\n`);
	const folder = typedFolders[name];
	if (folder !== undefined) {
		mkdirSync(join(root, "emulator", folder), { recursive: true });
		writeFileSync(join(root, `emulator/${folder}/model.generated.ts`), modelTypes(model));
	}
	console.log(
		`${name}: ${Object.keys(model.operations).length} operations, ${Object.keys(model.shapes).length} shapes`,
	);
}
