import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { JsonObject, MappingEnvironment, Overrides } from "../../../language/vtl/bindings/environment.ts";
import { render } from "../../../language/vtl/evaluate/render.ts";
import { parse } from "../../../language/vtl/parse/parse.ts";

/** A template with what the reference engine made of it; `expected` is null where the engine refused it. */
type Case = {
	readonly name: string;
	readonly category: string;
	readonly template: string;
	readonly context: {
		readonly input?: {
			readonly body?: unknown;
			readonly headers?: Readonly<Record<string, string>>;
			readonly path?: Readonly<Record<string, string>>;
			readonly query?: Readonly<Record<string, string>>;
		};
		readonly context?: JsonObject;
		readonly stageVariables?: Readonly<Record<string, string>>;
	};
	readonly expected: string | null;
	readonly error?: { readonly phase: "parse" | "render"; readonly line: number | null; readonly column: number | null };
	readonly expectedOverrides?: Overrides;
	/** What Velocity makes of it as it comes, where that is something else; null where it fails. */
	readonly plainVelocity17?: string | null;
};

const corpus = new URL("../../fixtures/vtl/dev-corpus.json", import.meta.url);
// The file is ours, and its form is the type above.
const cases = JSON.parse(readFileSync(corpus, "utf8")) as readonly Case[];

for (const category of new Set(cases.map((it) => it.category))) {
	const members = cases.filter((it) => it.category === category);
	test(`agrees with the reference engine on ${members.length} cases of ${category}`, () => {
		for (const it of members) check(it);
	});
}

test("agrees with plain Velocity 1.7 on the same cases in its own dialect", () => {
	for (const { name, template, context, expected, plainVelocity17 = expected } of cases) {
		const rendered = render(parse(template, "velocity17"), environment(context));
		assert.equal(rendered.ok ? rendered.output : null, plainVelocity17, `${name}: ${template}`);
	}
});

test("the corpus is whole", () => {
	assert.equal(cases.length, 1155);
});

function check({ name, template, context, expected, error, expectedOverrides }: Case): void {
	const rendered = render(parse(template), environment(context));
	if (expected === null) {
		assert.ok(!rendered.ok, `${name}: ${template} must fail`);
		if (error?.phase === "parse") {
			assert.deepEqual([rendered.kind, rendered.line, rendered.column], ["syntax", error.line, error.column], name);
		} else assert.notEqual(rendered.kind, "syntax", name);
		return;
	}
	assert.ok(rendered.ok, `${name}: ${template} ${rendered.ok ? "" : rendered.message}`);
	assert.equal(rendered.output, expected, name);
	if (expectedOverrides !== undefined) assert.deepEqual(rendered.overrides, expectedOverrides, name);
}

function environment({ input = {}, context = {}, stageVariables = {} }: Case["context"]): MappingEnvironment {
	const { body, headers = {}, path = {}, query = {} } = input;
	const text = body === undefined || body === null ? "" : typeof body === "string" ? body : JSON.stringify(body);
	return { input: { body: text, headers, path, query }, context, stageVariables };
}
