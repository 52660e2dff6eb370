import assert from "node:assert/strict";
import { test } from "node:test";
import { hover } from "../../../server/features/hover.ts";
import { marked, orderView } from "./marked.ts";

const cases: readonly (readonly [template: string, span: string, ...parts: readonly string[]])[] = [
	["$inp|ut.body", "input", "$input: $input", "What the call brought", "docs.aws.amazon.com"],
	["$input.bo|dy", "body", "$input.body: String", "The body as it came", "With the sample: `{"],
	["$input.pa|th('$.id')", "path", "path(String path): String", "docs.aws.amazon.com", "With the sample: `o-1`"],
	[
		"$input.path('$.i|d')",
		"id",
		"$.id: String",
		"The id that the customer chose.",
		"From the model `Order`.",
		'`"o-1"`',
	],
	["$input.path('$.items[0].s|ku')", "sku", "$.items[0].sku: String", '`"pen"`'],
	["#set($o = $input.path('$'))$o.pri|ce", "price", "$o.price: Number", "From the model `Order`.", "`9.5`"],
	["#set($o = $input.path('$'))$|o", "o", "$o: Map {id, price, items, odd name, …}", "#set($o = $input.path('$'))"],
	[
		"$context.req|uestId",
		"requestId",
		"$context.requestId: String",
		"The id of the request.",
		"With the sample: `r-1`",
	],
	["$context.authorizer.sco|pe", "scope", "$context.authorizer.scope: String", "Lambda authorizer returned"],
	["$stageVariables.orders|Table", "ordersTable", "String", "here `orders-dev`", "With the sample: `orders-dev`"],
	["$input.params('li|mit')", "limit", "'limit': String", "With the sample: `10`"],
	["#foreach($i in $input.path('$.items'))$i.sk|u#end", "sku", "$i.sku: String", "With the sample: `pen`"],
	["#foreach($i in [1, 2])$fore|ach.count#end", "foreach", "$foreach: ForeachScope"],
	["$unk|nown", "unknown", "Nothing sets it before: it prints nothing."],
	["#if($c)#set($x = 1)#end$|x", "x", "It may be without a value here."],
	["#i|f($x)#end", "#if", "False are `false`"],
	["#if($x)#e|nd", "#end", "ends the innermost"],
	["#fore|ach($i in [1])#end", "#foreach", "at most 1000 times"],
	["$util.urlEn|code('a b')", "urlEncode", "urlEncode(String text): String", "With the sample: `a+b`"],
	["$input.body.len|gth()", "length", "length(): Integer", "The number of characters."],
];

test("hovering tells the type, the documentation and the value with the sample", () => {
	for (const [template, span, ...parts] of cases) {
		const { text, offset } = marked(template);
		const shown = hover(orderView(text), offset);
		assert.ok(shown, template);
		assert.equal(text.slice(shown.start, shown.end), span, template);
		for (const part of parts) assert.ok(shown.markdown.includes(part), `${template}\n${shown.markdown}\nlacks ${part}`);
	}
});

test("text has no hover", () => {
	for (const template of ["te|xt", '{ "a|": 1 }', "## $x| comment", "#[[ $x| ]]#", "#unknown($x|)"]) {
		const { text, offset } = marked(template);
		assert.equal(hover(orderView(text), offset), undefined, template);
	}
});
