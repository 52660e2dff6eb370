import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { Template } from "../../../language/vtl/nodes.ts";
import { parse } from "../../../language/vtl/parse/parse.ts";
import { reparse } from "../../../language/vtl/parse/reparse.ts";

const corpus = new URL("../../fixtures/vtl/dev-corpus.json", import.meta.url);
// Our own file, of which only the templates are wanted here.
const known = (JSON.parse(readFileSync(corpus, "utf8")) as readonly { template: string }[]).map((it) => it.template);

const words =
	"$ $! ${ } $a $a.b .c( ( ) [ ] [0] 'x' \"y$a\" \" ' , : # ## #* *# #[[ ]]# #set( #set($a='x') #if( #if($a) #elseif( #else #end #foreach( #define( #break #macro(m) #macro(m)#end #m \\#m #@x() #literal() \\ \\\\ \\#if = && ! 1 1..3 text { {\"k\":1} long_words_so_that_there_are_checkpoints_in_between";
const piece = fc.oneof(
	fc.constantFrom(" ", "\n", "\r\n", "\t", " ".repeat(300), ...words.split(" ")),
	fc.constantFrom(...known),
);
const text = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(""));
const edit = fc.record({
	at: fc.nat(),
	removed: fc.oneof(fc.nat(3), fc.nat(400)),
	inserted: fc.array(piece, { maxLength: 2 }),
});

test("a template read anew after edits is the tree that the whole text gives", () => {
	fc.assert(
		fc.property(text, fc.array(edit, { minLength: 1, maxLength: 4 }), (before, edits) => {
			let template = parse(before);
			for (const { at, removed, inserted } of edits) {
				const start = at % (template.text.length + 1);
				const rest = template.text.slice(start + removed);
				template = check(template, template.text.slice(0, start) + inserted.join("") + rest);
			}
		}),
		{ numRuns: 3000 },
	);
});

test("typing a directive letter by letter gives the tree of each text on the way", () => {
	const before = '#set($a = \'x\')\n{ "a": "$a.b" }\n'.repeat(40);
	const typed = '#if($a.b("x") && !$c[0])yes#{else}no#end ## \n#macro(m $x)$x#end\\#m $!{a}';
	const middle = Math.floor(before.length / 2);
	let template = parse(before);
	for (let i = 1; i <= typed.length; i++) {
		template = check(template, before.slice(0, middle) + typed.slice(0, i) + before.slice(middle));
	}
});

test("what stands outside an edit is read once only", () => {
	const before = '#set($a = \'x\')\n{ "a": "$a.b" }\n'.repeat(400);
	const template = parse(before);
	const nodes = new Set(template.nodes);
	const middle = before.indexOf("$a.b", before.length / 2);
	const edited = reparse(template, `${before.slice(0, middle)}$y ${before.slice(middle)}`);
	assert.ok(edited.nodes.filter((node) => !nodes.has(node)).length < 100);
});

test("a template that passed into another is read anew all the same", () => {
	const template = parse("$a $b");
	reparse(template, "$a $c");
	assert.deepEqual(reparse(template, "$a $d").nodes, parse("$a $d").nodes);
});

test("a text that did not change gives the same template", () => {
	const template = parse("#if($a)b#end");
	assert.equal(reparse(template, "#if($a)b#end"), template);
});

function check(previous: Template, now: string): Template {
	const edited = reparse(previous, now);
	const whole = parse(now);
	assert.deepEqual(edited.nodes, whole.nodes, `${JSON.stringify(previous.text)} -> ${JSON.stringify(now)}`);
	assert.deepEqual(edited.problems, whole.problems, `${JSON.stringify(previous.text)} -> ${JSON.stringify(now)}`);
	assert.equal(edited.text, now);
	return edited;
}
