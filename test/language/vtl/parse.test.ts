import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Statement, Template } from "../../../language/vtl/nodes.ts";
import { parse } from "../../../language/vtl/parse/parse.ts";

/** Pieces that the scanner's states turn on, so that random templates reach them. */
const words =
	"$ $! ${ } $a $a.b .c( ( ) [ ] [0] 'x' \"y$a\" \" ' , : # ## #* *# #[[ ]]# #set( #if( #elseif( #else #end #foreach( #define( #break #stop #macro(m) #@x() #literal() #{if}(true) #x #x(1) \\ \\\\ \\#if = == && ! not true 1 -1 1.5 1..3 in text { é";
const pieces = fc.constantFrom(" ", "\n", "\r\n", "\t", ...words.split(" "));
const templates = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));

test("a parse never fails, and its statements tile the text", () => {
	fc.assert(
		fc.property(fc.oneof(templates, fc.string({ unit: "binary" })), (text) => {
			const template = parse(text);
			assertTiles(template.nodes, 0, text.length, text);
		}),
		{ numRuns: 3000 },
	);
});

test("problems lie inside the text and say where", () => {
	fc.assert(
		fc.property(templates, (text) => {
			for (const { start, end, line, column } of parse(text).problems) {
				assert.ok(start >= 0 && start <= end && end <= text.length, text);
				assert.ok(line >= 1 && column >= 0, text);
			}
		}),
		{ numRuns: 1000 },
	);
});

const refused: readonly (readonly [template: string, line: number, column: number])[] = [
	["#if(true)x", 1, 10],
	["x #end y", 1, 3],
	["#set($a = 1 ++ 2)", 1, 14],
	["a\nb\n  #set($x == 1)\nc", 3, 11],
	["\t\t#if(", 1, 20],
	["$", 1, 2],
	["#set($a = 'unclosed)", 1, 21],
	["#set($a = {'k' 1})", 1, 16],
	["#set($a = {$k})", 1, 12],
	["#hi( , )", 1, 8],
	["#hi(,)", 1, 5],
	['#set($x = "a #if( b")', 1, 11],
	["#foreach(x in [1])#end", 1, 9],
	["#[[ unclosed", 1, 13],
];

test("what the reference refuses is refused at its line and column", () => {
	for (const [template, line, column] of refused) {
		const [problem] = parse(template).problems;
		assert.deepEqual([problem?.line, problem?.column], [line, column], template);
	}
});

test("reading goes on behind a problem, and blocks stay blocks", () => {
	const template = parse("#if($x.)a#end\n#set($y = )\n$z #foreach($i in $l)$i#end");
	assert.equal(template.problems.length, 2);
	assert.deepEqual(
		template.nodes.map((node) => node.kind).filter((kind) => kind !== "text"),
		["if", "broken", "reference", "directive"],
	);
});

test("a block left open at the end of the text is still a node", () => {
	const template = parse("#if(true)$a");
	assert.deepEqual(kinds(template), ["if"]);
	assert.equal(template.problems.length, 1);
});

test("a string in double quotes has nodes at their places in the template", () => {
	const text = '#set($x = "a""b $name.size()")';
	const [set] = parse(text).nodes;
	assert.ok(set?.kind === "set" && set.value.kind === "string" && set.value.parts !== undefined);
	const reference = set.value.parts.nodes.find((node) => node.kind === "reference");
	assert.ok(reference?.kind === "reference");
	assert.equal(text.slice(reference.nameSpan.start, reference.nameSpan.end), "name");
});

test("hostile templates of 300 KB are read in reasonable time", () => {
	const hostile = [
		"#if(",
		"$a[",
		"((((",
		"\\",
		"#*",
		"$a ",
		"a # b $ c ",
		"#set($x=[",
		'"',
		"#foreach($i in [1])",
		"#{if}(true)",
	];
	for (const piece of hostile) {
		const text = piece.repeat(Math.floor(300_000 / piece.length));
		const template = parse(text);
		assertTiles(template.nodes, 0, text.length, piece);
	}
	assert.ok(parse(`#if(${"(".repeat(100_000)}`).problems.length > 0);
});

function kinds(template: Template): readonly string[] {
	return template.nodes.map((node) => node.kind);
}

function assertTiles(nodes: readonly Statement[], start: number, end: number, text: string): void {
	let at = start;
	for (const node of nodes) {
		assert.equal(node.start, at, `a gap or overlap at ${at} in ${JSON.stringify(text)}`);
		at = node.end;
	}
	assert.equal(at, end, `the end is not reached in ${JSON.stringify(text)}`);
}
