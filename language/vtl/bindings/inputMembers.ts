import { readPath } from "../../jsonPath/readPath.ts";
import type { Host } from "../methods/methodTable.ts";
import { type Parameters, textAt, valueAt } from "../methods/parameters.ts";
import { toJavaString } from "../values/toJavaString.ts";
import { toJson } from "../values/toJson.ts";
import type { Bound, Value } from "../values/values.ts";
import { type Member, mappingReference, type Parameter } from "./member.ts";

const path: Parameter = {
	name: "path",
	type: "String",
	documentation: "A JSONPath, such as `$.pets[0].name`; `$` is the whole body.",
};

/** `$input` */
export const inputMembers: readonly Member[] = [
	{
		object: "$input",
		name: "body",
		parameters: [],
		returns: "String",
		documentation: "The body as it came, as text. An empty body is `{}`.",
		page: mappingReference,
		signature: "getBody()",
		call: ({ input }: Bound) => input.body,
	},
	{
		object: "$input",
		name: "path",
		parameters: [path],
		returns: "Object",
		documentation:
			"What the path finds in the body, as an object that `#foreach` and methods can use. An object prints as `{a=b}`, a list as JSON. Nothing, where the path leads nowhere.",
		page: mappingReference,
		signature: "path(String)",
		call: (self: Bound, parameters: Parameters, host: Host) => found(self, parameters, host),
	},
	{
		object: "$input",
		name: "json",
		parameters: [path],
		returns: "String",
		documentation: 'What the path finds in the body, as JSON text. Where the path leads nowhere, it is `""`.',
		page: mappingReference,
		signature: "json(String)",
		call: (self: Bound, parameters: Parameters, host: Host) => {
			const value = found(self, parameters, host);
			return value === null ? '""' : toJson(value, false, toJavaString, host);
		},
	},
	{
		object: "$input",
		name: "params",
		parameters: [],
		returns: "Map",
		documentation: "All parameters: the maps `path`, `querystring` and `header`.",
		page: mappingReference,
		signature: "params()",
		call: ({ input }: Bound) => input.parameters,
	},
	{
		object: "$input",
		name: "params",
		parameters: [
			{
				name: "name",
				type: "String",
				documentation: "The name of a path parameter, query string parameter or header.",
			},
		],
		returns: "String",
		documentation: "The parameter of that name, looked for in the path, then the query string, then the headers.",
		page: mappingReference,
		signature: "params(String)",
		call: ({ input }: Bound, parameters: Parameters) => parameter(input.parameters, valueAt(parameters, 0)),
	},
];

function found({ input }: Bound, parameters: Parameters, host: Host): Value {
	const document = input.document();
	return document === null ? null : (readPath(document, textAt(parameters, 0), host) ?? null);
}

function parameter(parameters: Value, name: Value): Value {
	if (typeof parameters !== "object" || parameters?.type !== "Map" || typeof name !== "string") return "";
	for (const place of ["path", "querystring", "header"]) {
		const values = parameters.cells.get(place)?.value;
		const value = typeof values === "object" && values?.type === "Map" ? values.cells.get(name)?.value : undefined;
		if (typeof value === "string") return value;
	}
	return "";
}
