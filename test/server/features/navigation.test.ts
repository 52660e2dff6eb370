import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../../language/vtl/parse/parse.ts";
import type { AppTemplate } from "../../../server/app/knowledge.ts";
import { definition } from "../../../server/features/definition.ts";
import { documentHighlight } from "../../../server/features/documentHighlight.ts";
import { linkedEditing } from "../../../server/features/linkedEditing.ts";
import { prepareRename } from "../../../server/features/prepareRename.ts";
import { references } from "../../../server/features/references.ts";
import { rename } from "../../../server/features/rename.ts";
import type { Target } from "../../../server/features/results.ts";
import { applyEdits } from "../../../server/format/applyEdits.ts";
import { marked, orderPlace, orderView } from "./marked.ts";

const other: AppTemplate = {
	id: "file:///orders/other.vtl",
	place: orderPlace,
	source: { uri: "file:///orders/other.vtl", start: 0, end: 0 },
	tree: () => parse("$stageVariables.ordersTable $input.path('$.id') $x"),
};

function viewOf(text: string) {
	const view = orderView(text);
	return { ...view, app: { ...view.app, templates: [other] } };
}

/** Offsets in this template, and files with their offsets. */
function shown(targets: readonly Target[]): string {
	const own = (target: Target) => target.kind === "template" && target.id === "file:///orders/create.vtl";
	return targets
		.map((it) => (own(it) ? `${it.start}` : `${it.kind === "file" ? it.uri : it.id}:${it.start}`.replace(/^.*\//, "")))
		.join(" ");
}

const definitions: readonly (readonly [template: string, expected: string])[] = [
	["#set($x = 1)#set($x = 2)$|x", "18"],
	["#if($c)#set($x = 1)#else#set($x = 2)#end$|x", "13 30"],
	["#foreach($i in [1])$|i#end", "10"],
	["#define($b)text#end$|b", "9"],
	["#macro(m $a)$|a#end", "10"],
	["$stageVariables.orders|Table", "template.yaml:30"],
	["$stageVariables['orders|Table']", "template.yaml:30"],
	["$input.params('li|mit')", "template.yaml:12"],
	["$input.params().path.customer|Id", "template.yaml:1"],
	["$input.path('$.items[0].s|ku')", `template.yaml:${200 + "/properties/items/items/properties/sku".length}`],
	["#set($o = $input.path('$'))$o.i|d", `template.yaml:${200 + "/properties/id".length}`],
	["#macro(hi $a)x#end#h|i(1)", "7"],
	["#macro(hi)x#end#{h|i}()", "7"],
	["$in|put.body", "template.yaml:100"],
	["$|nothing", ""],
	["te|xt", ""],
];

test("a name leads to where it is declared", () => {
	for (const [template, expected] of definitions) {
		const { text, offset } = marked(template);
		assert.equal(shown(definition(viewOf(text), offset)), expected, template);
	}
});

const uses: readonly (readonly [template: string, expected: string])[] = [
	['#set($x = 1)$x "$!{x}"#set($y = "a $|x")', "6 13 19 36"],
	["#macro(m $x)$x#end$|x", "19"],
	["#macro(m $x)$|x#end$x", "10 13"],
	["#macro(h|i)x#end#hi() #@hi()y#end", "7 16 23"],
	["$stageVariables.orders|Table", "template.yaml:30 16 other.vtl:16"],
	["$input.path('$.i|d')", "template.yaml:214 15 other.vtl:43"],
];

test("a name has its uses, in other templates too where it is not the template's own", () => {
	for (const [template, expected] of uses) {
		const { text, offset } = marked(template);
		assert.equal(shown(references(viewOf(text), offset)), expected, template);
	}
});

const renames: readonly (readonly [template: string, name: string, expected: string])[] = [
	["#set($x = 1)$|x ${x} $!{x.y}", "order", "#set($order = 1)$order ${order} $!{order.y}"],
	["#set($|x = 1)$x", "$order", "#set($order = 1)$order"],
	["#foreach($|i in $l)$i.a#end$i", "item", "#foreach($item in $l)$item.a#end$item"],
	["#set($x = 1)#literal()$x#end#unknown($x)$|x", "y", "#set($y = 1)#literal()$x#end#unknown($x)$y"],
	["#set($x.a = 1)$|x", "y", "#set($y.a = 1)$y"],
];

test("a renamed variable is renamed wherever it is looked up", () => {
	for (const [template, name, expected] of renames) {
		const { text, offset } = marked(template);
		const edits = rename(viewOf(text), offset, name);
		assert.ok(!("refused" in edits), template);
		assert.equal(
			applyEdits(
				text,
				edits.toSorted((a, b) => a.start - b.start),
			),
			expected,
			template,
		);
	}
});

test("a stage variable is renamed in the app and in all of its templates", () => {
	const { text, offset } = marked("$stageVariables.orders|Table");
	const edits = rename(viewOf(text), offset, "orders");
	assert.ok(!("refused" in edits));
	assert.equal(shown(edits), "template.yaml:30 16 other.vtl:16");
});

const refused: readonly (readonly [template: string, name: string, why: RegExp])[] = [
	["$inp|ut", "x", /cannot be changed/],
	["$input.bo|dy", "x", /cannot be changed/],
	["#if($x)#e|nd", "x", /cannot be changed/],
	["#foreach($i in [1])$fore|ach.index#end", "x", /cannot be changed/],
	["#set($|x = 1)", "1x", /is no name/],
	["#set($|x = 1)", "a b", /is no name/],
	["#set($|x = 1)", "", /is no name/],
	["#set($|x = 1)", "true", /is a value/],
	["#set($|x = 1)", "input", /given by API Gateway/],
	["#set($|x = 1)$y", "y", /would become one/],
	["#macro(h|i)x#end", "x", /runs no macros/],
	["#set($|x = 1)\\$x", "y", /prints otherwise/],
	["$stageVariables.orders|Table", "a-b", /is no name of a stage variable/],
	["$stageVariables.orders|Table", "1a", /a letter or _ comes first/],
];

test("a name that will not do is refused with the reason", () => {
	for (const [template, name, why] of refused) {
		const { text, offset } = marked(template);
		const answer = rename(viewOf(text), offset, name);
		assert.match("refused" in answer ? answer.refused : "renamed", why, template);
	}
	assert.equal(prepareRename(viewOf("$input"), 3), undefined);
});

const highlights: readonly (readonly [template: string, expected: string])[] = [
	["#set($x = $|x + 1)", "write 6, read 11"],
	["#|if($x)a#elseif($y)b#{else}c#end", "text 0, text 8, text 20, text 28"],
	["#foreach($i in [1])#if($i)#end#|end", "text 0, text 30"],
	["$input.params('li|mit')$input.params('limit')", "text 15, text 37"],
];

test("what belongs together is highlighted", () => {
	for (const [template, expected] of highlights) {
		const { text, offset } = marked(template);
		const found = documentHighlight(viewOf(text), offset).map(({ kind, start }) => `${kind} ${start}`);
		assert.equal(found.join(", "), expected, template);
	}
});

test("a loop's variable is edited together with its uses", () => {
	const { text, offset } = marked("#foreach($|i in $l)$i.a $i#end");
	assert.deepEqual(
		linkedEditing(viewOf(text), offset).map(({ start }) => start),
		[10, 19, 24],
	);
	const leaking = marked("#foreach($|i in $l)$i#end$i");
	assert.deepEqual(linkedEditing(viewOf(leaking.text), leaking.offset), []);
});
