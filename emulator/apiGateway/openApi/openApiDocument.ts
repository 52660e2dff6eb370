import { parse } from "yaml";
import { badRequest } from "../errors.ts";
import { type Members, mapAt, textAt } from "./members.ts";

/** A definition in Swagger 2.0 or OpenAPI 3.0, read from JSON or YAML. */
export type OpenApiDocument = {
	readonly version: "swagger" | "openapi";
	readonly root: Members;
	/** What a `$ref` within the document points to; the value itself where it is none. */
	resolve(value: unknown): Members;
};

/** AWS's quota for a definition file (fact A9). */
const longestDefinition = 6 * 1024 * 1024;
/** A reference may lead to another; more than these are a circle. */
const mostReferences = 20;

/** Refuses what is no OpenAPI definition as AWS does (recorded: test_import_api_bad_file). */
export function readOpenApi(body: Uint8Array): OpenApiDocument {
	if (body.length > longestDefinition) {
		throw badRequest(`Invalid OpenAPI input. The definition is larger than ${longestDefinition} bytes.`); // text in part unverified
	}
	const root = readRoot(Buffer.from(body).toString("utf8"));
	const version = textAt(root, "swagger") === "2.0" ? "swagger" : "openapi";
	if (version === "openapi" && !/^3\.\d+(?:\.\d+)?$/.test(textAt(root, "openapi") ?? "")) throw invalid();
	return { version, root, resolve: (value) => resolve(root, value) };
}

function readRoot(text: string): Members {
	let value: unknown;
	try {
		// YAML has JSON in it, but not its line numbers nor its speed.
		value = /^\s*\{/.test(text) ? JSON.parse(text) : parse(text, { maxAliasCount: 1000 });
	} catch {
		throw invalid();
	}
	const root = mapAt({ root: value }, "root");
	if (Object.keys(root).length === 0) throw invalid();
	return root;
}

const invalid = () => badRequest("Invalid OpenAPI input.");

function resolve(root: Members, value: unknown): Members {
	let current = mapAt({ value }, "value");
	for (let i = 0; i < mostReferences; i++) {
		const reference = textAt(current, "$ref");
		if (reference === undefined || !reference.startsWith("#/")) return current;
		current = reference
			.slice(2)
			.split("/")
			.map((it) => it.replaceAll("~1", "/").replaceAll("~0", "~"))
			.reduce(mapAt, root);
	}
	return {};
}
