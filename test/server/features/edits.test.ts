import assert from "node:assert/strict";
import { test } from "node:test";
import { codeActions } from "../../../server/features/codeActions.ts";
import { formatting } from "../../../server/features/formatting.ts";
import { applyEdits } from "../../../server/format/applyEdits.ts";
import { marked, orderView } from "./marked.ts";

const actions: readonly (readonly [template: string, title: string, expected: string])[] = [
	["{ $o|.a }", "Make the reference quiet", "{ $!o.a }"],
	["{ ${o|.a} }", "Make the reference quiet", "{ $!{o.a} }"],
	[
		"\"$input.pa|th('$.id')\"",
		"Escape for a JSON string with $util.escapeJavaScript",
		'"$util.escapeJavaScript($input.path(\'$.id\')).replaceAll("\\\\\'", "\'")"',
	],
	["a\n{ ⟦$input.path('$.id')⟧ }", "Extract to a variable $value", "a\n#set($value = $input.path('$.id'))\n{ $value }"],
	["⟦${a.b}⟧c", "Extract to a variable $value", "#set($value = ${a.b})\n${value}c"],
	["#set($x = ⟦$a + 1⟧)$value", "Extract to a variable $value2", "#set($value2 = $a + 1)\n#set($x = $value2)$value"],
];

test("an action does what its title says", () => {
	for (const [template, title, expected] of actions) {
		const { text, range } = marked(template);
		const action = codeActions(orderView(text), range).find((it) => it.title === title);
		assert.ok(action, `${template} offers "${title}"`);
		assert.equal(applyEdits(text, action.edits), expected, template);
	}
});

const without: readonly (readonly [template: string, title: RegExp])[] = [
	["$!o|.a", /quiet/],
	["#set($x = $o|.a)", /quiet|Escape/],
	["$input.js|on('$')", /Escape/],
	["$util.escapeJava|Script($x)", /Escape/],
	["#foreach($i in $l)⟦$i.a⟧#end", /Extract/],
	["#set($a = {'b': 1})⟦$a.b⟧", /Extract/],
	["te|xt", /./],
];

test("an action is not offered where it would change what comes out", () => {
	for (const [template, title] of without) {
		const { text, range } = marked(template);
		const found = codeActions(orderView(text), range).map((it) => it.title);
		assert.ok(!found.some((it) => title.test(it)), `${template}: ${found.join()}`);
	}
});

const formats: readonly (readonly [name: string, template: string, expected: string])[] = [
	[
		"JSON is indented, with the blocks in it",
		"{\n\"a\": $input.json('$.id'),\n#if($input.path('$.id') == 'x')\n\"b\": 1\n#else\n\"b\": [\n2\n]\n#end\n}\n",
		"{\n  \"a\": $input.json('$.id'),\n  #if($input.path('$.id') == 'x')\n    \"b\": 1\n  #else\n    \"b\": [\n      2\n    ]\n  #end\n}\n",
	],
	[
		"each branch goes on from where the #if began",
		'#if($a)\n{\n"x": 1\n#else\n{\n"x": 2\n#end\n}\n',
		'#if($a)\n  {\n    "x": 1\n#else\n  {\n    "x": 2\n#end\n}\n',
	],
	["directives have their blanks", "#set( $a=1 )#if( $a==1&&$b )$a#end", "#set($a = 1)#if($a == 1 && $b)$a#end"],
	["a loop has its blanks", "#foreach( $i   in  [1] )$i#end", "#foreach($i in [1])$i#end"],
	["blanks that a #set swallows go", "Dear $a\n## c\n     #set($a=1)\n   $a", "Dear $a\n## c\n#set($a = 1)\n   $a"],
	["blanks that print stay", "text\n     #set($a=1)\n   $a", "text\n     #set($a = 1)\n   $a"],
	["text that is no JSON keeps its blanks", "  Dear $a,\n      you", "  Dear $a,\n      you"],
	[
		"a call without a body is no reason against it",
		"{\n\"total\": $input.path('$.price')\n}",
		"{\n  \"total\": $input.path('$.price')\n}",
	],
	["brackets in strings are text", '{\n"a": "{[",\n"b": 1\n}', '{\n  "a": "{[",\n  "b": 1\n}'],
	[
		"what stands in a comment or a textblock stays",
		'{\n#* a\n  b *#\n#[[\n   "x" ]]#: 1\n}',
		'{\n  #* a\n  b *#\n  #[[\n   "x" ]]#: 1\n}',
	],
	["the block of a #define stays", '#define($b)\n"x": 1\n#end\n{\n$b\n}', '#define($b)\n"x": 1\n#end\n{\n  $b\n}'],
	["a template with a problem is left alone", "{\n#set($a=)\n}", "{\n#set($a=)\n}"],
];

test("formatting puts blanks in order where they do not come out", () => {
	for (const [name, template, expected] of formats) {
		const edits = formatting(orderView(template), { tabSize: 2, insertSpaces: true });
		assert.equal(applyEdits(template, edits), expected, name);
	}
});

test("formatting a range leaves the rest alone", () => {
	const text = '{\n"a": 1,\n"b": 2\n}';
	const edits = formatting(orderView(text), { tabSize: 4, insertSpaces: false, range: { start: 2, end: 4 } });
	assert.equal(applyEdits(text, edits), '{\n\t"a": 1,\n"b": 2\n}');
});
