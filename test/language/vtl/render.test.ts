import assert from "node:assert/strict";
import { test } from "node:test";
import type { MappingEnvironment } from "../../../language/vtl/bindings/environment.ts";
import type { Limits } from "../../../language/vtl/evaluate/budget.ts";
import { type Rendered, render } from "../../../language/vtl/evaluate/render.ts";
import { parse } from "../../../language/vtl/parse/parse.ts";

const empty: MappingEnvironment = {
	input: { body: "", headers: {}, path: {}, query: {} },
	context: {},
	stageVariables: {},
};

test("a template renders with the body, the parameters, the context and the stage variables", () => {
	const environment: MappingEnvironment = {
		input: { body: '{"name":"Ada"}', headers: { "X-A": "h" }, path: { id: "7" }, query: { id: "q", page: "2" } },
		context: { requestId: "r-1", identity: { sourceIp: "192.0.2.1" } },
		stageVariables: { table: "pets" },
	};
	const text =
		"$input.path('$.name') $input.params('id') $input.params('page') $input.params().header.get('X-A') $context.identity.sourceIp $stageVariables.table";
	check(text, "Ada 7 2 h 192.0.2.1 pets", environment);
});

test("a template can be rendered again and again", () => {
	const template = parse("#set($l = [])$l.add(1)$l.size()");
	for (let i = 0; i < 3; i++) assert.deepEqual(output(render(template, empty)), "true1");
});

test("an empty body is {}", () => {
	check("$input.body $input.json('$')", "{} {}");
});

test("a body that is no JSON fails with its own kind, and only when it is asked for", () => {
	const environment = { ...empty, input: { ...empty.input, body: "{a" } };
	check("$input.body", "{a", environment);
	const rendered = render(parse("x\n $input.path('$.a')"), environment);
	assert.ok(!rendered.ok);
	assert.equal(rendered.kind, "body");
	assert.match(rendered.message, /^net\.minidev\.json\.parser\.ParseException: Unexpected End Of File/);
	assert.deepEqual([rendered.line, rendered.column], [2, 2]);
});

test("overrides come out, and go into the next template", () => {
	const first = render(
		parse("#set($context.responseOverride.status = 444)#set($context.requestOverride.header.a = 'b')"),
		empty,
	);
	assert.ok(first.ok);
	assert.deepEqual(first.overrides, {
		requestOverride: { header: { a: "b" }, path: {}, querystring: {} },
		responseOverride: { header: {}, status: 444 },
	});
	check("$context.responseOverride.status $context.requestOverride.header.a", "444 b", {
		...empty,
		overrides: first.overrides,
	});
});

test("no name reaches a JavaScript property", () => {
	for (const name of ["constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "call"]) {
		check(`$input.${name} #set($m = {})$m.${name} #set($s = 'x')$s.${name} #set($l = [1])$l.${name}`, "");
	}
	check(
		"#set($m = {'__proto__': 1, 'constructor': 2})$m['__proto__'] $m.constructor $m",
		"1 2 {__proto__=1, constructor=2}",
	);
	check("#set($m = {})$m['__proto__']$m['constructor']$m.get('__proto__')", "");
	check("$s.constructor.constructor('return 1')()", "()");
});

test("a method that Java has and we lack is refused, not ignored", () => {
	const rendered = render(parse("#set($s = 'x')$s.codePoints()"), empty);
	assert.ok(!rendered.ok && rendered.message.includes("java.lang.String.codePoints"));
	check("#set($s = 'x')$s.noSuchMethod()", "");
});

test("#foreach ends after 1,000 rounds, as API Gateway documents", () => {
	check("#foreach($i in [1..1500])#set($last = $i)#end$last", "1000");
});

const bounded: readonly (readonly [name: string, template: string, limits?: Partial<Limits>])[] = [
	["a huge range", "#foreach($i in [1..1000000000])x#end"],
	["nested loops", "#foreach($i in [1..1000])#foreach($j in [1..1000])#foreach($k in [1..1000])#set($x=1)#end#end#end"],
	["a string that doubles", "#set($s='aaaaaaaaaa')#foreach($i in [1..100])#set($s=\"$s$s\")#end"],
	["a string that doubles by +", "#set($s='aaaaaaaaaa')#foreach($i in [1..100])#set($s=$s+$s)#end"],
	["a list of itself twice", "#set($l=[1])#foreach($i in [1..100])#set($l=[$l,$l])#end$l"],
	["a catastrophic expression", "#set($s='aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')$s.matches('(a+)+b')"],
	["a long padding", "#set($s='')$s.format('%2000000000d', 1)"],
	["a long repetition", "#set($s='x')$s.repeat(2000000000)"],
];

test("what would run for ever or fill the memory ends with a budget error", () => {
	for (const [name, template, limits] of bounded) {
		const rendered = render(parse(template), empty, limits);
		assert.ok(!rendered.ok, name);
		assert.equal(rendered.kind, "budget", `${name}: ${rendered.message}`);
	}
});

test("what goes too deep ends with an error, as Java's stack would", () => {
	const list = render(parse("#set($l=[])#set($x=$l.add([$l]))$l"), empty);
	assert.ok(!list.ok && list.message.includes("StackOverflowError"));
	const blocks = render(parse("#define($a)$b#end#define($b)$a#end$a"), empty);
	assert.ok(blocks.ok);
});

test("time is asked for through the function handed in", () => {
	let clock = 0;
	const now = () => {
		clock += 1000;
		return clock;
	};
	const rendered = render(parse("#foreach($i in [1..1000])#foreach($j in [1..1000])x#end#end"), empty, {
		now,
		deadlineMs: 5000,
	});
	assert.ok(!rendered.ok && rendered.kind === "budget");
});

function check(template: string, expected: string, environment = empty): void {
	assert.equal(output(render(parse(template), environment)), expected, template);
}

function output(rendered: Rendered): string {
	assert.ok(rendered.ok, rendered.ok ? "" : rendered.message);
	return rendered.output;
}
