import { badRequest } from "./errors.ts";

/** AWS refuses a schema that says nothing, whatever the content type (recorded: test_model_validation). */
export function checkSchema(schema: string | undefined): void {
	if (schema === undefined || schema.trim() === "" || isEmptyObject(schema)) {
		throw badRequest("Model schema must have at least 1 property or array items defined");
	}
}

function isEmptyObject(schema: string): boolean {
	let value: unknown;
	try {
		value = JSON.parse(schema);
	} catch {
		throw badRequest(
			"Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]",
		);
	}
	return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
