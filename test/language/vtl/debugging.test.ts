import assert from "node:assert/strict";
import { test } from "node:test";
import { bind } from "../../../language/vtl/bindings/bind.ts";
import { contextValue } from "../../../language/vtl/bindings/contextValue.ts";
import type { MappingEnvironment } from "../../../language/vtl/bindings/environment.ts";
import type { Dialect } from "../../../language/vtl/dialect.ts";
import { createBudget, defaultLimits } from "../../../language/vtl/evaluate/budget.ts";
import { createRun, type Run } from "../../../language/vtl/evaluate/run.ts";
import { javaClass } from "../../../language/vtl/methods/javaClass.ts";
import { parse } from "../../../language/vtl/parse/parse.ts";

const environment: MappingEnvironment = {
	input: { body: '{"n":9007199254740993,"l":[1,2]}', headers: {}, path: {}, query: {} },
	context: {},
	stageVariables: {},
};

test("a run stops before the statement at a breakpoint, in blocks and loops too", () => {
	const { run, at } = start("#set($a = 1)#if($a == 1)x#foreach($i in [1,2])|$i#end#end z");
	runTo(run, at("$i#end"));
	assert.equal(run.output(), "x|");
	run.step();
	runTo(run, at("$i#end"));
	assert.equal(run.output(), "x|1|");
	assert.deepEqual(run.variables().get("i"), 2);
});

test("a step goes into blocks, loops, printed blocks and macros; their depth tells when one is stepped over", () => {
	const text = "#define($d)D$v#end#macro(m $x)<$x>#end#set($v = 7)$d#m($v).";
	const { run, at } = start(text, "velocity17");
	runTo(run, at("$d#m"));
	const outside = run.depth();
	run.step();
	assert.ok(run.depth() > outside);
	assert.equal(run.upcoming()?.start, at("D$v"));
	while (run.depth() > outside) run.step();
	assert.equal(run.output(), "D7");
	run.step();
	assert.equal(run.upcoming()?.start, at("<$x>"));
	assert.equal(run.variables().get("x"), 7, "a macro's argument is a variable of the macro");
	while (run.step());
	assert.equal(run.output(), "D7<7>.");
});

test("the variables can be listed with their Java types where the run stands", () => {
	const { run, at } = start("#set($r = $input.path('$'))#set($s = 'x')#set($d = 1.5)#set($m = {'a': [1]})!");
	runTo(run, at("!"));
	const types = [...run.variables().all()].map(([name, value]) => `${name}: ${javaClass(value)}`);
	assert.deepEqual(types.slice(-4), [
		"r: java.util.LinkedHashMap",
		"s: java.lang.String",
		"d: java.lang.Double",
		"m: java.util.LinkedHashMap",
	]);
});

test("a variable that is changed while the run stands has its new value from there on", () => {
	const { run, at } = start("#set($a = 'old')$a #foreach($i in [1,2,3])$a$i#end");
	runTo(run, at("$a #"));
	run.variables().set("a", "new");
	runTo(run, at("$a$i"));
	run.variables().set("i", 9);
	while (run.step());
	assert.equal(run.output(), "new new9new2new3");
});

test("a run that is stopped keeps its place, and goes on", () => {
	const { run } = start("a#foreach($i in [1..5])$i#end");
	let steps = 0;
	const places = new Set<number>();
	for (let more = true; more; steps++) {
		const next = run.upcoming();
		if (next !== undefined) places.add(next.start);
		more = run.step();
	}
	assert.equal(run.output(), "a12345");
	assert.equal(places.size, 3);
	assert.equal(run.step(), false);
});

function start(text: string, dialect: Dialect = "apigw"): { run: Run; at: (piece: string) => number } {
	const variables = bind(environment, contextValue(environment));
	const run = createRun(parse(text, dialect), variables, createBudget(defaultLimits));
	return { run, at: (piece) => text.indexOf(piece) };
}

/** As a debugger does it: on to a statement that begins at a breakpoint. */
function runTo(run: Run, breakpoint: number): void {
	while (run.upcoming()?.start !== breakpoint) assert.ok(run.step(), "the breakpoint was not reached");
}
