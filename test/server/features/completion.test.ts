import assert from "node:assert/strict";
import { test } from "node:test";
import { unknownPlace } from "../../../server/app/knowledge.ts";
import { completion } from "../../../server/features/completion.ts";
import { marked, orderView } from "./marked.ts";

/** Which of the labels are offered at the cursor, in the order that an editor shows them. */
function offered(template: string, wanted: readonly string[]): readonly string[] {
	const { text, offset } = marked(template);
	const all = completion(orderView(text), offset).toSorted((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1));
	return all.map(({ label }) => label).filter((label) => wanted.includes(label));
}

const sortOf = ({ sortText, label }: { readonly sortText?: string; readonly label: string }) => sortText ?? label;

const members: readonly (readonly [template: string, ...offered: readonly string[]])[] = [
	["$inp|", "context", "input", "stageVariables", "util"],
	["$|", "input", "util"],
	["$!{|", "input"],
	['"$inp|ut"', "input"],
	["$input.|", "body", "path", "json", "params"],
	["$!{input.bo|}", "body"],
	["$util.|", "escapeJavaScript", "parseJson", "urlEncode", "base64Decode"],
	["$context.|", "apiId", "authorizer", "identity", "requestId"],
	["$context.identity.|", "sourceIp", "userAgent"],
	["$context.identity.clientCert.validity.|", "notAfter", "notBefore"],
	["$context.responseOverride.|", "header", "status"],
	["$stageVariables.|", "ordersTable"],
	["$input.path('$').|", "id", "items", "price", "containsKey", "keySet"],
	["$input.path('$').items.|", "add", "get", "size", "toJSONString"],
	["$input.path('$').items[0].|", "quantity", "sku"],
	["$input.path('$').items.get(0).sku.|", "length", "substring"],
	["#set($o = $input.path('$'))$o.|", "id", "items", "price"],
	['#set($o = $input.path(\'$\')){"a": "$o.|', "id"],
	["#foreach($i in $input.path('$.items'))$i.|#end", "quantity", "sku"],
	["#foreach($i in $input.path('$.items'))$foreach.|#end", "count", "hasNext", "index", "parent"],
	["#foreach($e in $input.params().header.entrySet())$e.|#end", "key", "value"],
	["#set($s = 'a,b'.split(','))#set($t = $input.body.split(','))$t.|", "get", "size"],
	["$input.params().|", "header", "path", "querystring"],
	["$input.params().querystring.|", "limit"],
	["$input.params('|')", "customerId", "limit", "X-Trace", "Authorization"],
	["$input.params().header.get('|')", "X-Trace"],
	["$stageVariables.get('|", "ordersTable"],
	["$stageVariables['|']", "ordersTable"],
	["$input.path(|)", "'$'", "'$.id'", "$input"],
	["$input.params(|", "'customerId'", "'limit'", "$input"],
	["$util.escapeJavaScript(|)", "$context", "$input"],
	["#fore|", "#if", "#foreach"],
	["#|", "#set", "#if", "#else", "#end", "#foreach"],
	["#{e|", "#else", "#end"],
	["#set($a = 1)#if(|", "$a", "$input"],
	["#set($a = 1)#set($b = |", "$a", "$input"],
	["#set($a = 1)$util.escapeJavaScript($|)", "a", "input"],
	["#set($input = [1])$input.|", "add", "get"],
	["#foreach($context in [{'a': 1}])$context.|#end", "a"],
	["$nothing.|", "add", "contains", "get", "size"],
];

test("what the running app was sent is offered behind what the model has, and alone where there is none", () => {
	const { text, offset } = marked("$input.path('$.|')");
	const recorded = ['{"id": "o-1", "note": {"by": "x"}}', '{"id": "o-2", "coupon": 1}'];
	const labels = (known: Parameters<typeof orderView>[1]) =>
		completion(orderView(text, { recorded, ...known }), offset).map(({ label }) => label);
	assert.deepEqual(labels({}), ["id", "price", "items", "odd name", "note", "coupon"]);
	assert.deepEqual(labels({ place: unknownPlace, samples: [] }), ["id", "note", "coupon"]);
	assert.deepEqual(labels({ place: unknownPlace, samples: [], recorded: [] }), []);
});

test("members, variables and directives are offered where they fit", () => {
	for (const [template, ...labels] of members) assert.deepEqual(offered(template, labels), labels, template);
});

const paths: readonly (readonly [template: string, ...offered: readonly string[]])[] = [
	["$input.path('|')", "$", "$.id", "$.items"],
	["$input.path('$.|')", "id", "items", "odd name", "price"],
	['$input.json("$.it|")', "id", "items"],
	["$input.path('$.items[|", "*", "-1", "0"],
	["$input.path('$.items[0].|", "quantity", "sku"],
	["$input.path('$.items[*].|", "quantity", "sku"],
	["$input.path('$..|", "id", "items", "price", "quantity", "sku"],
	["#set($x = $input.path('$.items[0].|'))", "quantity", "sku"],
	['{"a": $input.json(\'$.|', "id"],
];

test("inside of a JSONPath the body's properties are offered", () => {
	for (const [template, ...labels] of paths) assert.deepEqual(offered(template, labels), labels, template);
});

const silent: readonly string[] = [
	"## $inp|",
	"#* $inp| *#",
	"#[[ $inp| ]]#",
	"text|",
	'{ "a|": 1 }',
	"\\#se|",
	"$input.path('$.items').foo('|')",
];

test("in comments, text and strings nothing is offered", () => {
	for (const template of silent) {
		const { text, offset } = marked(template);
		assert.deepEqual(completion(orderView(text), offset), [], template);
	}
});

const taken: readonly (readonly [template: string, label: string, result: string])[] = [
	["$inp|", "input", "$input"],
	["$inp|ut.body", "input", "$input.body"],
	["$input.pa|", "path", "$input.path('$1')"],
	["$input.par|", "params", "$input.params('$1')"],
	["$input.p|ath('$.a')", "path", "$input.path('$.a')"],
	["$input.path('$').it|", "items", "$input.path('$').items"],
	["$input.path('$').|", "odd name", "$input.path('$').get('odd name')"],
	["$input.path('$').items.si|", "size", "$input.path('$').items.size()"],
	["$input.path('$.i|')", "items", "$input.path('$.items')"],
	["$input.path('|')", "$.odd name", "$input.path('$[''odd name'']')"],
	['$input.path("|")', "$.odd name", "$input.path(\"$['odd name']\")"],
	["$input.params('l|')", "limit", "$input.params('limit')"],
	["$input.params(|)", "'limit'", "$input.params('limit')"],
	["#fo|", "#foreach", "#foreach(\\$${1:item} in \\$${2:list})\n$0\n#end"],
	["#{el|}", "#else", "#else"],
	["#if(|", "$input", "#if($input"],
];

test("what is taken fits what is written already", () => {
	for (const [template, label, result] of taken) {
		const { text, offset } = marked(template);
		const found = completion(orderView(text), offset).find((it) => it.label === label);
		assert.ok(found, `${template} offers ${label}`);
		assert.equal(text.slice(0, found.start) + found.newText + text.slice(found.end), result, template);
	}
});

test("without a model the samples tell the properties", () => {
	const { text, offset } = marked("$input.path('$.|')");
	const view = orderView(text, { place: { ...orderView("").place, input: undefined } });
	const labels = completion(view, offset).map(({ label }) => label);
	assert.deepEqual(labels, ["id", "price", "items", "odd name"]);
});

test("a completion says what it is", () => {
	const { text, offset } = marked("$input.path('$').|");
	const id = completion(orderView(text), offset).find((it) => it.label === "id");
	assert.equal(id?.detail, "String");
	assert.match(id?.documentation ?? "", /The id that the customer chose\.\n\nRequired\./);
});
