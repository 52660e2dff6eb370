import assert from "node:assert/strict";
import { test } from "node:test";
import { signatureHelp } from "../../../server/features/signatureHelp.ts";
import { marked, orderView } from "./marked.ts";

const cases: readonly (readonly [template: string, signature: string | undefined, parameter?: string])[] = [
	["$input.path(|", "path(String path): Object", "String path"],
	["$input.params('|')", "params(String name): String", "String name"],
	["#set($x = $input.body.substring(|", "substring(int begin): String", "int begin"],
	["#set($x = $input.body.substring(1, |", "substring(int begin, int end): String", "int end"],
	["$input.body.replaceAll('a(,', |)", "replaceAll(String regex, String replacement): String", "String replacement"],
	["$util.escapeJavaScript($input.json(|", "json(String path): String", "String path"],
	["$util.escapeJavaScript($input.json('$'), |", "escapeJavaScript(String text): String", "String text"],
	["$input.body.format('%s', 1, 2, |", "format(String format, Object... values): String", "Object... values"],
	["$input.path('$').items.get(|)", "get(int index): Object", "int index"],
	["$input.path('$')|", undefined],
	["text (|", undefined],
	["$nothing.known(|", undefined],
];

test("the method and the parameter that are being written", () => {
	for (const [template, wanted, parameter] of cases) {
		const { text, offset } = marked(template);
		const help = signatureHelp(orderView(text), offset);
		const signature = help?.signatures[help.activeSignature];
		assert.equal(signature?.label, wanted, template);
		const span = help && signature?.parameters[help.activeParameter];
		assert.equal(span && signature?.label.slice(span.start, span.end), parameter, template);
	}
});
