import { parse } from "../../language/vtl/parse/parse.ts";
import type { Problem } from "../../protocol/problem.ts";
import { child, type Mapping, type Node } from "./node.ts";

/** What cannot be read in a method's mapping templates. AWS deploys them all the same, and answers 500. */
export function mappingTemplateProblems(method: Mapping): readonly Problem[] {
	const integration = child(method, "Integration");
	const responses = child(integration, "IntegrationResponses");
	const maps = [
		child(integration, "RequestTemplates"),
		...(responses?.kind === "list" ? responses.items.map((it) => child(it, "ResponseTemplates")) : []),
	];
	return maps.flatMap(problemsOfAll);
}

/** The same for the methods of an API's OpenAPI definition. */
export function definitionTemplateProblems(api: Mapping): readonly Problem[] {
	return valuesOf(child(child(api, "Body"), "paths")).flatMap((path) =>
		valuesOf(path).flatMap((operation) => {
			const integration = child(operation, "x-amazon-apigateway-integration");
			const responses = valuesOf(child(integration, "responses")).map((it) => child(it, "responseTemplates"));
			return [child(integration, "requestTemplates"), ...responses].flatMap(problemsOfAll);
		}),
	);
}

const valuesOf = (map: Node | undefined): readonly Node[] =>
	map?.kind === "map" ? [...map.entries.values()].map((it) => it.value) : [];

const problemsOfAll = (templates: Node | undefined) => valuesOf(templates).flatMap((value) => problemsOf({ value }));

function problemsOf({ value }: { readonly value: Node }): readonly Problem[] {
	if (value.kind !== "scalar") return [];
	const { file, line, column } = value.at;
	return parse(value.text).problems.map((it) => {
		const before = value.text.slice(0, it.start).split("\n");
		const inLine = before.at(-1)?.length ?? 0;
		const at = { file, line: line + before.length - 1, column: before.length === 1 ? column + inLine : inLine + 1 };
		const message = `This mapping template cannot be read: ${it.message}`;
		return { severity: "error", code: "template-language", message, at };
	});
}
