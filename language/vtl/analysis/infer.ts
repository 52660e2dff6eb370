import type { Binary, Expression, Reference, Segment } from "../nodes.ts";
import { callType } from "./callType.ts";
import { operandsOf } from "./eachChild.ts";
import { joinTypes, partsOf } from "./joinTypes.ts";
import { literalText } from "./literalText.ts";
import { memberOf, propertyType } from "./memberType.ts";
import { anyMap, listOf, type Member, mapOf, nothing, plain, type Type, unknown } from "./types.ts";
import type { World } from "./world.ts";

export type Inference = {
	readonly world: World;
	/** What the variable of a reference holds there. */
	rootType(reference: Reference): Type;
};

/** So many items of a list literal are looked at. */
const itemsMax = 20;

/** What an expression gives. */
export function inferType(expression: Expression, inference: Inference): Type {
	switch (expression.kind) {
		case "reference":
			return inferReference(expression, inference);
		case "string":
			return plain("String");
		case "integer":
			return plain(expression.digits.replace(/^[-+]/, "").length < 10 ? "Integer" : "Long");
		case "float":
			return plain("Double");
		case "boolean":
		case "not":
			return plain("Boolean");
		case "word":
			return unknown;
		case "list":
			return listOf(joinTypes(expression.items.slice(0, itemsMax).map((item) => inferType(item, inference))));
		case "map":
			return mapType(expression, inference);
		case "range":
			return listOf(plain("Integer"));
		case "group":
			return inferType(expression.inner, inference);
		case "binary":
			return binaryType(expression, inference);
	}
}

/** What a reference gives after the first `count` parts of its path. */
export function inferReference(reference: Reference, inference: Inference, count = reference.path.length): Type {
	let type = inference.rootType(reference);
	for (const segment of reference.path.slice(0, count)) {
		type = segmentType(type, segment, inference);
		if (type.kind === "unknown") break;
	}
	return type;
}

function segmentType(type: Type, segment: Segment, inference: Inference): Type {
	switch (segment.kind) {
		case "property":
			return propertyType(type, segment.name);
		case "method": {
			const types = segment.arguments.map((argument) => inferType(argument, inference));
			return callType(type, { name: segment.name, arguments: segment.arguments, types }, inference.world);
		}
		case "index":
			return joinTypes(partsOf(type).map((part) => elementType(part, segment.index)));
	}
}

function elementType(type: Type, index: Expression): Type {
	if (type.kind === "List" || type.kind === "Array") return type.item;
	if (type.kind === "Map") {
		const name = literalText(index);
		return name === undefined || memberOf(type, name) === undefined ? type.value : propertyType(type, name);
	}
	return type.kind === "unknown" || type.kind === "Scope" ? unknown : nothing;
}

function mapType({ entries }: Extract<Expression, { kind: "map" }>, inference: Inference): Type {
	const members: Member[] = [];
	for (const { key, value } of entries.slice(0, 200)) {
		const name = literalText(key);
		if (name === undefined) continue;
		const type = inferType(value, inference);
		members.push({ name, type: () => type });
	}
	return members.length === 0 ? anyMap : mapOf(members);
}

function binaryType(expression: Binary, inference: Inference): Type {
	switch (expression.operator) {
		case "+":
		case "-":
		case "*":
		case "/":
		case "%":
			break;
		default:
			return plain("Boolean");
	}
	// A long chain is typed as if all its operators were alike, which they are but for their results' sizes.
	const types = operandsOf(expression)
		.slice(0, itemsMax)
		.map((operand) => inferType(operand, inference));
	if (types.every((type) => type.kind === "Integer")) return plain("Integer");
	if (expression.operator === "+" && types.some((type) => type.kind === "String")) return plain("String");
	if (types.some((type) => type.kind === "unknown")) return expression.operator === "+" ? unknown : plain("Number");
	const numeric = types.every((type) => type.kind === "Integer" || type.kind === "Double" || type.kind === "Float");
	return plain(numeric ? "Double" : "Number");
}
