import assert from "node:assert/strict";
import { test } from "node:test";
import { testLambda } from "./testLambda.ts";

test("an invocation's log has AWS's lines around what the function prints", async (t) => {
	const { make, run, logs } = await testLambda(t);
	const source = `console.log("at load");
exports.handler = async (event) => { console.log("hello %s", "you", { a: 1 }); console.error("bad\\nnews"); process.stdout.write("raw\\n"); };`;
	await make("f", { "index.js": source });
	const { tail } = await run("f");
	const id = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";
	const time = "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z";
	const patterns = [
		"INIT_START Runtime Version: nodejs:22\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:[0-9a-f]{64}",
		`${time}\tundefined\tINFO\tat load`,
		`START RequestId: ${id} Version: \\$LATEST`,
		`${time}\t${id}\tINFO\thello you { a: 1 }`,
		`${time}\t${id}\tERROR\tbad\nnews`,
		"raw",
		`END RequestId: ${id}`,
		`REPORT RequestId: ${id}\tDuration: [\\d.]+ ms\tBilled Duration: \\d+ ms\tMemory Size: 128 MB\tMax Memory Used: \\d+ MB\tInit Duration: [\\d.]+ ms\t`,
	].map((pattern) => new RegExp(`^${pattern}$`));
	const lines = logs("f");
	assert.equal(lines.length, patterns.length, lines.join("\n"));
	// What goes out by other ways than console may come in another order.
	for (const pattern of patterns)
		assert.ok(
			lines.some((line) => pattern.test(line)),
			`${pattern}\n${lines.join("\n")}`,
		);
	assert.ok(tail.startsWith("START RequestId: ") && tail.includes("hello you") && !tail.includes("at load"));
	assert.doesNotMatch((await run("f")).tail, /Init Duration/);
});

test("logs in JSON are JSON", async (t) => {
	const { make, run, logs } = await testLambda(t);
	const source = "exports.handler = async () => { console.debug('not shown'); console.warn('shown'); };";
	await make("f", { "index.js": source }, { LoggingConfig: { LogFormat: "JSON" } });
	await run("f");
	const shown = logs("f").filter((line) => line.startsWith("{"));
	const { timestamp: _timestamp, requestId: _requestId, ...rest } = JSON.parse(String(shown[0]));
	assert.deepEqual([shown.length, rest], [1, { level: "WARN", message: "shown" }]);
});

test("a function that prints megabytes is cut, and the log says how much is missing", async (t) => {
	const { make, run, logs } = await testLambda(t);
	const cases = {
		console: "for (let i = 0; i < 400; i++) console.log('x'.repeat(100_000));",
		stdout: "for (let i = 0; i < 400; i++) process.stdout.write('x'.repeat(100_000) + '\\n');",
		lines: "for (let i = 0; i < 100_000; i++) process.stderr.write('x\\n');",
		endless: "for (let i = 0; i < 400; i++) process.stdout.write('x'.repeat(100_000));",
	};
	for (const [name, body] of Object.entries(cases)) {
		await make(name, { "index.js": `exports.handler = async () => { ${body} return "done"; };` }, { Timeout: 30 });
		assert.equal((await run(name)).payload, "done", name);
		const lines = logs(name);
		assert.ok(lines.join("\n").length < 1.2 * 1024 * 1024, name);
		const said = lines.find((line) => line.startsWith("(Gatewright left out "));
		const dropped = Number(/left out (\d+) further characters/.exec(said ?? "")?.[1]);
		assert.ok(dropped > 100_000, `${name}: ${said}`);
	}
});

test("an uncaught error's stack names the line of the source, by its source map", async (t) => {
	const { make, run } = await testLambda(t);
	// `index.js` is one line; its map says that the throw stands in line 3 of orders.ts.
	const map = {
		version: 3,
		sources: ["orders.ts"],
		sourcesContent: ["//\n//\nthrow new Error('mapped');\n"],
		names: [],
		mappings: "AAEA",
	};
	const inline = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString("base64")}`;
	await make("f", { "index.js": `throw new Error("mapped");\n${inline}\n` });
	const { payload } = await run("f");
	assert.match((payload as { trace: string[] }).trace.join("\n"), /orders\.ts:3/);
});
