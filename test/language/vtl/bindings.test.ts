import assert from "node:assert/strict";
import { test } from "node:test";
import { bindings, boundMethods } from "../../../language/vtl/bindings/bindings.ts";

test("every binding says what it is and where AWS describes it", () => {
	for (const { object, name, documentation, page } of bindings) {
		assert.ok(documentation.endsWith("."), `${object}.${name}`);
		assert.ok(page.startsWith("https://docs.aws.amazon.com/apigateway/"), `${object}.${name}`);
	}
});

test("what is described of $input and $util is what a template can call", () => {
	for (const binding of bindings) {
		if (!("signature" in binding)) continue;
		const method = binding.signature.slice(0, binding.signature.indexOf("("));
		assert.ok(boundMethods(binding.object).has(method), binding.signature);
	}
});
