import assert from "node:assert/strict";
import { test } from "node:test";
import type { Dialect } from "../../../language/vtl/dialect.ts";
import { type Rendered, render } from "../../../language/vtl/evaluate/render.ts";
import { parse } from "../../../language/vtl/parse/parse.ts";

/** The kind of failure, or what prints. */
type Ends = "budget" | "syntax" | "body" | "java.lang.StackOverflowError" | "MacroOverflowException" | RegExp;

const many = "#foreach($i in [1..1000])#foreach($j in [1..1000])";
const grown = "#set($s='ab')#foreach($i in [1..18])#set($s=\"$s$s\")#end";

const cases: readonly (readonly [name: string, template: string, body: string, ends: Ends, dialect?: Dialect])[] = [
	["300 KB of #if(", "#if(".repeat(75_000), "{}", "syntax"],
	["300 KB of parentheses", `#set($x=${"(".repeat(300_000)}`, "{}", "syntax"],
	["lists 100,000 deep", `#set($x=${"[".repeat(100_000)}${"]".repeat(100_000)})`, "{}", "syntax"],
	["100,000 negations", `#if(${"!".repeat(100_000)}$x)a#end`, "{}", "syntax"],
	["blocks 900 deep", "#if(true)".repeat(900) + "#end".repeat(900), "{}", /^$/],
	["calls with blocks 900 deep", `${"#@x()".repeat(900)}${"$a ".repeat(60_000)}${"#end".repeat(900)}`, "{}", /^#@x/],
	["a sum of 30,000", `#set($x=1${"+1".repeat(30_000)})$x`, "{}", "budget"],
	["a path of 100,000 steps", `$x${".a".repeat(100_000)}`, "{}", /^$/],
	["a map in itself", "#set($m={})#set($m.a=$m)$m", "{}", /^\{a=\(this Map\)\}$/],
	["two maps in each other", "#set($m={})#set($n={'m':$m})#set($m.n=$n)$m", "{}", "java.lang.StackOverflowError"],
	["a list in itself", "#set($l=[])#set($x=$l.add($l))$l.hashCode()", "{}", "java.lang.StackOverflowError"],
	["a JSON list in itself", "#set($l=$input.path('$'))#set($x=$l.add($l))$l", "[]", "java.lang.StackOverflowError"],
	["a body in itself", "#set($m=$input.path('$'))#set($m.a=$m)$input.json('$')", "{}", "java.lang.StackOverflowError"],
	["an override in itself", "#set($context.responseOverride.a=$context)", "{}", "java.lang.StackOverflowError"],
	["a body 100,000 deep", "$input.json('$')", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "body"],
	["a scan of a deep body", "$input.json('$..a')", `${'{"a":'.repeat(390)}1${"}".repeat(390)}`, /^\[/],
	["a slow expression in a filter", "$input.json('$[?(@ =~ /(a+)+b/)]')", JSON.stringify(["a".repeat(40)]), "budget"],
	["a slow split", `#set($s='${"a".repeat(40)}!')$s.split('(a|aa)+$')`, "{}", "budget"],
	["an expression 50,000 deep", `$input.body.matches('${"(".repeat(50_000)}')`, "{}", /./],
	["a list that doubles", "#set($l=[1])#foreach($i in [1..50])#set($x=$l.addAll($l))#end", "{}", "budget"],
	[
		"a text that doubles by replace",
		"#set($s='a')#foreach($i in [1..50])#set($s=$s.replace('a','aa'))#end",
		"{}",
		"budget",
	],
	["a number that doubles its digits", "#set($n=10)#foreach($i in [1..60])#set($n=$n*$n)#end$n", "{}", "budget"],
	["a great divisor", "#set($n=$input.path('$'))$n.pow(9999999)", "99999999999999999999999", "budget"],
	["long texts, often", `${grown}${many}#set($t=$s.toUpperCase())#end#end`, "{}", "budget"],
	["long lists, often", `#set($l=[1..100000])${many}#set($t=$l.contains(-1))#end#end`, "{}", "budget"],
	["long comparisons, often", `#set($a=[1..9999])#set($b=[1..9999])${many}#if($a==$b)#end#end#end`, "{}", "budget"],
	[
		"JSON of a long body, often",
		`${many}#set($t=$input.json('$'))#end#end`,
		JSON.stringify(Array(2000).fill("a")),
		"budget",
	],
	[
		"a scan of a long body, often",
		`${many}#set($t=$input.path('$..a'))#end#end`,
		JSON.stringify(Array.from({ length: 2000 }, () => ({}))),
		"budget",
	],
	[
		"a text that evaluates itself",
		"#set($s='#evaluate($s)')#evaluate($s)",
		"{}",
		"java.lang.StackOverflowError",
		"velocity17",
	],
	["a macro that calls itself", '#macro(r $n)#r("$n$n")#end#r(1)', "{}", "MacroOverflowException", "velocity17"],
];

for (const [name, template, body, ends, dialect] of cases) {
	test(`${name}: ends soon, and says why`, () => {
		const rendered = render(parse(template, dialect), {
			input: { body, headers: {}, path: {}, query: {} },
			context: {},
			stageVariables: {},
		});
		const found = told(rendered);
		if (typeof ends === "string") assert.ok(found.includes(ends), found);
		else assert.match(found, ends);
	});
}

test("a template of any bytes is read, and rendered or refused", () => {
	for (let seed = 1; seed < 200; seed++) {
		let state = seed;
		const next = () => {
			state = (state * 48_271) % 2_147_483_647;
			return state;
		};
		const text = Array.from({ length: 200 }, () => String.fromCharCode(next() % (seed % 2 === 0 ? 128 : 65_536))).join(
			"",
		);
		assert.ok(parse(text).nodes.length > 0);
	}
});

test("a #foreach with more than 1,000 items ends there, and the result says which it was", () => {
	const text = "#foreach($i in [1..1000])#end\n#foreach($i in [1..1001])$i#end";
	const rendered = render(parse(text), {
		input: { body: "", headers: {}, path: {}, query: {} },
		context: {},
		stageVariables: {},
	});
	assert.ok(rendered.ok);
	assert.ok(rendered.output.endsWith("1000"));
	assert.deepEqual(
		(rendered.cutLoops ?? []).map(({ start }) => start),
		[text.indexOf("#foreach", 1)],
	);
});

function told(rendered: Rendered): string {
	return rendered.ok ? rendered.output : `${rendered.kind}: ${rendered.message}`;
}
