import assert from "node:assert/strict";
import { test } from "node:test";
import type { FunctionFacts, MethodFacts } from "../../../server/app/knowledge.ts";
import { codeLenses } from "../../../server/features/codeLenses.ts";
import { documentLinks } from "../../../server/features/documentLinks.ts";
import { documentSymbols } from "../../../server/features/documentSymbols.ts";
import { folding } from "../../../server/features/folding.ts";
import { inlayHints } from "../../../server/features/inlayHints.ts";
import type { Symbol } from "../../../server/features/results.ts";
import { selectionRanges } from "../../../server/features/selectionRanges.ts";
import { semanticTokens } from "../../../server/features/semanticTokens.ts";
import { marked, orderPlace, orderView } from "./marked.ts";

const declared = { uri: "file:///orders/template.yaml", start: 1, end: 2 };
const create: FunctionFacts = {
	name: "Create",
	declared,
	handler: "c.handler",
	file: "file:///orders/src/create.ts",
};
const createMethod: MethodFacts = {
	api: "Api",
	httpMethod: "POST",
	path: "/orders",
	declared,
	integration: "AWS",
	parameters: orderPlace.parameters,
	requestModels: new Map(),
	responseModels: new Map(),
	function: create,
};

test("the outline has what is set, and conditions and loops with what they hold", () => {
	const text = `## A comment
#set($o = $input.path('$'))
#set($context.responseOverride.status = 400)
#foreach($i in $o.items)
  #if($i.quantity > 1)
    #set($big = true)
  #end
#end
#define($block)x#end`;
	const shown = (symbols: readonly Symbol[], depth = 0): readonly string[] =>
		symbols.flatMap((it) => [`${"  ".repeat(depth)}${it.kind} ${it.name}`, ...shown(it.children, depth + 1)]);
	assert.deepEqual(shown(documentSymbols(orderView(text))), [
		"variable $o",
		"property $context.responseOverride.status",
		"loop #foreach($i in $o.items)",
		"  condition #if($i.quantity > 1)",
		"    variable $big",
		"block #define($block)",
	]);
});

const folds: readonly (readonly [template: string, ...lines: readonly string[]])[] = [
	["#if($a)\nx\n#else\ny\n#end\n", "0-1", "2-3"],
	["#foreach($i in $l)\n{\n  1\n}\n#end", "0-3", "1-2"],
	["{\n  [\n    1\n  ]\n}", "0-3", "1-2"],
	["## a\n## b\n## c\ntext", "0-2 comment"],
	["#* a\nb *#", "0-1 comment"],
	["#if($a) x #end"],
];

test("blocks, brackets and comments fold", () => {
	for (const [template, ...wanted] of folds) {
		const line = (offset: number) => template.slice(0, offset).split("\n").length - 1;
		const found = folding(orderView(template)).map(
			({ start, end, kind }) => `${line(start)}-${line(end)}${kind === "comment" ? " comment" : ""}`,
		);
		assert.deepEqual(found, wanted, template);
	}
});

test("a selection grows from the word to the whole", () => {
	const { text, offset } = marked("#if($a)$util.escapeJavaScript($input.bo|dy) #end");
	assert.deepEqual(
		selectionRanges(orderView(text), offset).map(({ start, end }) => text.slice(start, end)),
		[
			"body",
			"$input.body",
			"escapeJavaScript($input.body)",
			"$util.escapeJavaScript($input.body)",
			"#if($a)$util.escapeJavaScript($input.body)",
			text,
		],
	);
});

const tokens: readonly (readonly [template: string, expected: string])[] = [
	["$input.path('$.a').b", "variable input*, method path, string '$.a', property b"],
	["#set($x = 1 + $y)", "keyword #set, variable x!, number 1, variable y"],
	["#foreach($i in [true])a#end", "keyword #foreach, variable i!, keyword in, keyword true, keyword #end"],
	["#if($a)x#{else}y#end ## c", "keyword #if, variable a, keyword #{else}, keyword #end, comment ## c"],
	['#set($x = "a $b")', "keyword #set, variable x!, variable b"],
	["#macro(m $p)$p$q#end", "keyword #macro, method m, parameter p!, parameter p, variable q, keyword #end"],
	["#unknown($x) #fff", ""],
];

test("each word has its kind", () => {
	for (const [template, expected] of tokens) {
		const found = semanticTokens(orderView(template)).map(({ start, end, type, modifiers }) => {
			const sign = modifiers.map((it) => (it === "modification" ? "!" : it === "defaultLibrary" ? "*" : it)).join("");
			return `${type} ${template.slice(start, end)}${sign}`;
		});
		assert.equal(found.join(", "), expected, template);
	}
});

const hints: readonly (readonly [template: string, expected: string])[] = [
	["#set($o = $input.path('$.id'))", "#set($o: String = $input.path('$.id') → o-1)"],
	["#set($n = $input.path('$.price') * 2)", "#set($n: Number = $input.path('$.price') * 2 → 19.0)"],
	["#set($x = 'a')", "#set($x = 'a')"],
	[
		"#foreach($i in $input.path('$.items'))$i#end",
		"#foreach($i: Map {sku, quantity, …} in $input.path('$.items'))$i#end",
	],
];

test("types and values with the sample stand beside what is set", () => {
	for (const [template, expected] of hints) {
		const found = inlayHints(orderView(template), { start: 0, end: template.length });
		let shown = template;
		for (const { offset, label } of found.toSorted((a, b) => b.offset - a.offset)) {
			shown = shown.slice(0, offset) + label + shown.slice(offset);
		}
		assert.equal(shown, expected, template);
	}
	assert.deepEqual(inlayHints(orderView("#set($o = $input.path('$.id'))"), { start: 20, end: 22 }), []);
});

test("a template has its preview above it, and in a file of its own its methods; the preview knows which one is meant", () => {
	const view = orderView("$x");
	const uses = [{ at: declared, method: createMethod }];
	assert.deepEqual(
		codeLenses({ ...view, place: { ...view.place, uses } }).map(({ title, opens }) => [title, opens]),
		[
			["Render with a sample", undefined],
			["Request of POST /orders", declared],
		],
	);
	const shared = codeLenses({ ...view, place: { ...view.place, uses: Array.from({ length: 5 }, () => uses).flat() } });
	assert.deepEqual([shared.length, shared.at(-1)?.title], [5, "and 2 more"]);
	const embedded = codeLenses({ ...view, id: "file:///orders/template.yaml#/a" });
	assert.deepEqual(
		embedded.map(({ command, arguments: which }) => [command, which]),
		[["gatewright.previewTemplate", ["file:///orders/template.yaml#/a"]]],
	);
});

test("a comment that names a function, its file or a model leads there", () => {
	const text = "## An Order for Create (see src/create.ts)\n$Create";
	const view = orderView(text);
	const links = documentLinks({ ...view, app: { ...view.app, methods: [createMethod] } });
	assert.deepEqual(
		links.map(({ start, end, url }) => [text.slice(start, end), url]),
		[
			["Order", "file:///orders/template.yaml"],
			["Create", "file:///orders/src/create.ts"],
			["src/create.ts", "file:///orders/src/create.ts"],
		],
	);
});
