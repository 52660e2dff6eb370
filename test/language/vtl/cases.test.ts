import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { MappingEnvironment } from "../../../language/vtl/bindings/environment.ts";
import type { Dialect } from "../../../language/vtl/dialect.ts";
import { render } from "../../../language/vtl/evaluate/render.ts";
import { parse } from "../../../language/vtl/parse/parse.ts";

/** A template with the answer of Velocity 1.7, of which the comparison with random templates found that ours was another. */
type Case = {
	readonly dialect: Dialect;
	readonly template: string;
	/** Null where it must fail. */
	readonly expected: string | null;
	readonly error?: { readonly phase: "parse" | "render"; readonly line: number | null; readonly column: number | null };
};

const file = new URL("cases/recorded.json", import.meta.url);
// Our own file, in the form of the type above.
const cases = JSON.parse(readFileSync(file, "utf8")) as readonly Case[];

const environment: MappingEnvironment = {
	input: {
		body: '{"name":"Ada","age":36,"nothing":null,"list":[1,2,3],"map":{"k1":"v1"}}',
		headers: { "X-Request-Id": "r-123", Accept: "application/json" },
		path: { petId: "42" },
		query: { type: "dog", page: "2" },
	},
	context: { httpMethod: "POST", stage: "dev", identity: { sourceIp: "192.0.2.7" }, authorizer: { n: 5 } },
	stageVariables: { env: "dev" },
};

for (const dialect of ["apigw", "velocity17"] as const) {
	const members = cases.filter((it) => it.dialect === dialect);
	test(`agrees with Velocity on ${members.length} small templates in the dialect ${dialect}`, () => {
		assert.ok(members.length > 0);
		for (const it of members) check(it);
	});
}

function check({ dialect, template, expected, error }: Case): void {
	const rendered = render(parse(template, dialect), environment);
	if (expected !== null) assert.equal(rendered.ok ? rendered.output : rendered.message, expected, template);
	else {
		assert.ok(!rendered.ok, `${template} must fail`);
		if (error?.phase !== "parse" || rendered.message.includes("ParseErrorException")) return;
		assert.deepEqual([rendered.kind, rendered.line, rendered.column], ["syntax", error.line, error.column], template);
	}
}
