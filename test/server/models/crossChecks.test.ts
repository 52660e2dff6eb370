import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { JsonObject } from "../../../language/vtl/bindings/environment.ts";
import { type MethodFacts, type ModelFacts, noParameters, unknownPlace } from "../../../server/app/knowledge.ts";
import { sampleCalls } from "../../../server/app/sampleCalls.ts";
import { createView } from "../../../server/createView.ts";
import { findingsOf } from "../../../server/diagnostics/findingsOf.ts";
import { eventType } from "../../../server/models/eventType.ts";

const declared = { uri: "file:///a.yaml", start: 0, end: 0 };

function model(schema: JsonObject): ModelFacts {
	return { name: "Pet", declared, schema, contentType: "application/json", at: () => undefined };
}

suite("a response's template", () => {
	const place = {
		...unknownPlace,
		part: "response" as const,
		output: model({ type: "object", required: ["id", "name"], properties: { id: {}, name: {} } }),
	};
	const cases: readonly (readonly [template: string, missing: readonly string[]])[] = [
		['{"id": "$input.path(\'$.id\')"}', ["name"]],
		['{"id": 1, "name": "x"}', []],
		['{"id": 1 #if($input.path("$.name") == "never"), "name": "x"#end}', []],
		["{}", ["id", "name"]],
		["$input.json('$')", []],
		["[1]", []],
	];
	for (const [template, missing] of cases) {
		test(`${template} lacks ${missing.join(" and ") || "nothing"}`, () => {
			const found = findingsOf(createView(template, { place })).filter(({ code }) => code === "missing-output");
			assert.deepEqual(
				found.map(({ message }) => /requires (\w+)/.exec(message)?.[1]),
				missing,
			);
			for (const { start, end } of found) assert.equal(template.slice(start, end), "{");
		});
	}
});

suite("a request's template and its handler's event", () => {
	const method: MethodFacts = {
		api: "Api",
		httpMethod: "POST",
		path: "/",
		declared,
		integration: "AWS",
		parameters: noParameters,
		requestModels: new Map(),
		responseModels: new Map(),
		function: {
			name: "F",
			declared,
			handler: "a.handler",
			file: "file:///a.ts",
			event: eventType(
				{
					source: "export const handler = async (e: { id: string; n: number; why?: string }) => e;",
					handler: "handler",
					file: "a.ts",
				},
				() => undefined,
			),
		},
	};
	const place = {
		...unknownPlace,
		part: "request" as const,
		methods: [method],
		input: model({
			type: "object",
			required: ["id", "n"],
			properties: { id: { type: "string" }, n: { type: "integer" } },
		}),
	};
	const cases: readonly (readonly [template: string, message: RegExp | undefined])[] = [
		["{\"id\": $input.json('$.id'), \"n\": $input.json('$.n')}", undefined],
		["{\"id\": $input.json('$.id')}", /the event of a\.ts, has n, and this template never makes it/],
		['{"id": $input.json(\'$.id\'), "n": "$input.path(\'$.n\')"}', /n is number; this template makes string of it/],
	];
	for (const [template, message] of cases) {
		test(template, () => {
			const view = createView(template, { place, samples: sampleCalls(place) });
			const found = findingsOf(view).filter(({ code }) => code === "handler-event");
			assert.equal(found.length, message === undefined ? 0 : 1);
			if (message !== undefined) assert.match(found[0]?.message ?? "", message);
		});
	}
});

suite("the type of a handler's event", () => {
	const order =
		"export type Order = {\n\treadonly id: string; // its id\n\titems?: readonly { sku: string; n: number }[]\n};";
	const members = ["id: string", "items?: readonly { sku: string; n: number }[]"];
	const cases: readonly (readonly [what: string, source: string, members: readonly string[] | undefined])[] = [
		["at the parameter", "export async function handler(e: { a: string, b?: number }) {}", ["a: string", "b?: number"]],
		["of the same file", `${order}\nexport async function handler({ id, items }: Order): Promise<void> {}`, members],
		[
			"of an interface",
			"interface E { a: string }\nexport const handler = async (e: E, context: Context) => e;",
			["a: string"],
		],
		[
			"of an imported file",
			'import { type Order, toRecord } from "./order.ts";\nexport function handler(o: Order) {}',
			members,
		],
		["joined", "type E = { a: string } & Other;\nexport function handler(e: E) {}", undefined],
		["generic", "export function handler(e: Event<Order>) {}", undefined],
		["untyped", "export function handler(e) {}", undefined],
	];
	for (const [what, source, expected] of cases) {
		test(what, () => {
			const found = eventType({ source, handler: "handler", file: "a.ts" }, (path) =>
				path === "./order.ts" ? order : undefined,
			);
			const said = found?.members.map(({ name, optional, type }) => `${name}${optional ? "?" : ""}: ${type}`);
			assert.deepEqual(said, expected);
		});
	}
});
