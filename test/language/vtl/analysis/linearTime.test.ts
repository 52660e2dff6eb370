import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "../../../../language/vtl/analysis/analyze.ts";
import { createWorld } from "../../../../language/vtl/analysis/world.ts";
import { parse } from "../../../../language/vtl/parse/parse.ts";

/** Templates of about so many characters, of kinds on which a careless analysis takes the square of the time or worse. */
const kinds: Readonly<Record<string, (size: number) => string>> = {
	"assignments that depend on each other": (size) => "#set($x = $y + 1)#set($y = $x)\n".repeat(size / 31),
	"a variable set in one branch after another": (size) => "#if($a)#set($x = $x)#end\n".repeat(size / 25),
	"many variables": (size) => lines(size / 34, (i) => `#if($c)#set($v${i} = $v${i - 1})#end\n`),
	"a loop whose variables lead to each other": (size) =>
		`#foreach($i in $l)${lines(size / 30, (i) => `#set($v${i} = $v${i + 1} + $v${i * 7})\n`)}#end`,
	"nested conditions": (size) =>
		`${"#if($a)".repeat(900)}${lines(size / 24, (i) => `#set($v${i} = $v${i - 1})\n`)}${"#end".repeat(900)}`,
	"nested loops": (size) =>
		`${"#foreach($i in $l)".repeat(900)}${lines(size / 24, (i) => `#set($v${i} = $v${i - 1})\n`)}${"#end".repeat(900)}`,
	"blocks that are rendered later": (size) => "#define($b)$b$x#set($x = $b)#end\n".repeat(size / 33),
	"a long sum": (size) => `#set($x = ${"$a + ".repeat(size / 5)}1)`,
	"strings with templates in them": (size) => '#set($x = "#if($y)$x#end")\n'.repeat(size / 27),
};

/** By the processor's clock, for a busy machine must not matter. One that takes the square of the time needs over ten times this. */
const limitMs = 1500;

test("an analysis takes time in proportion to the template", () => {
	for (const [name, make] of Object.entries(kinds)) {
		const tree = parse(make(80_000));
		const before = process.cpuUsage();
		analyze(tree, createWorld());
		const { user, system } = process.cpuUsage(before);
		assert.ok((user + system) / 1000 < limitMs, `${name}: ${(user + system) / 1000} ms`);
	}
});

function lines(count: number, line: (i: number) => string): string {
	return Array.from({ length: count }, (_, i) => line(i)).join("");
}
