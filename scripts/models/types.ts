import type { Model, Shape, StructureShape } from "../../emulator/aws/model.ts";

/**
 * The TypeScript types of a model: a type per structure, list and map, scalars inlined. Members are `| undefined` so
 * that an operation may pass on what it was not given under `exactOptionalPropertyTypes`.
 */
export function modelTypes(model: Model): string {
	const lines = [
		`// Made by scripts/models.ts from AWS's ${model.metadata.serviceFullName} model, ${model.metadata.apiVersion}. Do not edit.`,
		"",
	];
	const inputs = new Set(Object.values(model.operations).flatMap((it) => it.input ?? []));
	const reached = reachable(model);
	for (const name of [...reached].toSorted()) {
		const shape = model.shapes[name];
		if (shape === undefined || shape.type !== "structure") continue;
		lines.push(...structureLines(model, name, shape, inputs.has(name)), "");
	}
	for (const [name, operation] of Object.entries(model.operations)) {
		const input = operation.input === undefined ? "Record<string, never>" : typeName(operation.input);
		const output = operation.output === undefined ? "Record<string, never>" : typeName(operation.output);
		if (operation.input !== `${name}Request`) lines.push(`export type ${name}Request = ${input};`);
		if (operation.output !== `${name}Response`) lines.push(`export type ${name}Response = ${output};`);
	}
	return `${lines.join("\n")}\n`;
}

function structureLines(model: Model, name: string, shape: StructureShape, isInput: boolean): string[] {
	const lines = [`export type ${typeName(name)} = {`];
	for (const [member, ref] of Object.entries(shape.members)) {
		// AWS checks required members of requests before an operation runs; in answers the model's word is kept too.
		const required = shape.required?.includes(member) === true && !(isInput && ref.idempotencyToken === true);
		const type = refType(model, ref.shape);
		lines.push(`\t${member}${required ? "" : "?"}: ${type}${required ? "" : " | undefined"};`);
	}
	lines.push("};");
	return lines;
}

function refType(model: Model, name: string): string {
	const shape = model.shapes[name];
	if (shape === undefined) throw new Error(`The model names a shape that it does not have: ${name}`);
	return shapeType(model, name, shape);
}

function shapeType(model: Model, name: string, shape: Shape): string {
	switch (shape.type) {
		case "structure":
			return shape.document ? "unknown" : typeName(name);
		case "list":
			return `readonly (${refType(model, shape.member.shape)})[]`;
		case "map":
			return `{ readonly [key: string]: ${refType(model, shape.value.shape)} }`;
		case "string":
			return shape.enum === undefined ? "string" : shape.enum.map((it) => JSON.stringify(it)).join(" | ");
		case "boolean":
			return "boolean";
		case "timestamp":
			return "Date";
		case "blob":
			return "Uint8Array";
		case "integer":
		case "long":
		case "float":
		case "double":
		case "bigdecimal":
			return "number";
	}
}

/** Shapes an operation can reach, and error shapes left out: errors are thrown as `AwsError`. */
function reachable(model: Model): Set<string> {
	const seen = new Set<string>();
	const visit = (name: string | undefined) => {
		if (name === undefined || seen.has(name)) return;
		seen.add(name);
		const shape = model.shapes[name];
		if (shape?.type === "structure") for (const ref of Object.values(shape.members)) visit(ref.shape);
		if (shape?.type === "list") visit(shape.member.shape);
		if (shape?.type === "map") visit(shape.value.shape);
	};
	for (const operation of Object.values(model.operations)) {
		visit(operation.input);
		visit(operation.output);
	}
	return seen;
}

/** A few of AWS's shapes carry names that TypeScript or we use otherwise. */
function typeName(name: string): string {
	return ["Date", "Map", "String", "Function", "Object", "Array"].includes(name) ? `${name}Shape` : name;
}
