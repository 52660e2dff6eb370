import assert from "node:assert/strict";
import { test } from "node:test";
import { testLambda } from "./testLambda.ts";

const python = { Runtime: "python3.13" };

test("a Python function is given its event and context, and returns its result", async (t) => {
	const { make, run, logs } = await testLambda(t);
	const source = `
import os, decimal
calls = 0
def get(event, context):
    global calls
    calls += 1
    return {"got": event["n"], "calls": calls, "arn": context.invoked_function_arn, "memory": context.memory_limit_in_mb,
        "left": context.get_remaining_time_in_millis() > 1000, "env": os.environ["MINE"], "user": context.client_context.custom,
        "price": decimal.Decimal("1.5"), "umlaut": "ü"}
`;
	await make(
		"py",
		{ "src/app.py": source },
		{ ...python, Handler: "src/app.get", Environment: { Variables: { MINE: "1" } } },
	);
	const ClientContext = Buffer.from('{"custom":{"a":1}}').toString("base64");
	for (const calls of [1, 2]) {
		const { payload, tail } = await run("py", { n: 7 }, { ClientContext });
		const expected = {
			got: 7,
			calls,
			arn: "arn:aws:lambda:us-east-1:000000000000:function:py",
			memory: "128",
			left: true,
			env: "1",
			user: { a: 1 },
			price: 1.5,
			umlaut: "ü",
		};
		assert.deepEqual(payload, expected, tail);
	}
	assert.ok(logs().some((line) => /^Functions with runtime python3\.13 run with Python 3\.\d+\.\d+, /.test(line)));
});

test("what a Python function prints and logs is in its log, in AWS's form", async (t) => {
	const { make, run, logs } = await testLambda(t);
	const source = `
import logging
def handler(event, context):
    print("printed\\nover lines")
    logging.getLogger().warning("logged %s", 1)
`;
	await make("py", { "index.py": source }, python);
	await run("py");
	const lines = logs("py");
	assert.ok(lines.includes("printed") && lines.includes("over lines"), lines.join("\n"));
	assert.ok(
		lines.some((line) => /^\[WARNING\]\t\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z\t[0-9a-f-]{36}\tlogged 1$/.test(line)),
		lines.join("\n"),
	);
});

test("what can go wrong in a Python function has AWS's error", async (t) => {
	const { make, run } = await testLambda(t);
	const handler = (body: string) => ({ "index.py": `def handler(event, context):\n    ${body}\n` });
	const cases: [name: string, files: Record<string, string>, settings: object, type: string, message: RegExp][] = [
		["throws", handler("raise ValueError('no')"), {}, "ValueError", /^no$/],
		["at-load", { "index.py": "raise Exception('Runtime startup fails')" }, {}, "Exception", /^Runtime startup fails$/],
		["no-file", {}, {}, "Runtime.ImportModuleError", /^Unable to import module 'index': No module named 'index'$/],
		["no-export", { "index.py": "" }, {}, "Runtime.HandlerNotFound", /^Handler 'handler' missing on module 'index'$/],
		["syntax", { "index.py": "def" }, {}, "Runtime.UserCodeSyntaxError", /^Syntax error in module 'index': /],
		[
			"bad-name",
			handler("pass"),
			{ Handler: "index" },
			"Runtime.MalformedHandlerName",
			/^Bad handler 'index': not enough values to unpack \(expected 2, got 1\)$/,
		],
		[
			"circular",
			handler("a = {}; a['a'] = a; return a"),
			{},
			"Runtime.MarshalError",
			/^Unable to marshal response: Circular reference detected$/,
		],
		[
			"no-json",
			handler("return {1, 2}"),
			{},
			"Runtime.MarshalError",
			/^Unable to marshal response: Object of type set is not JSON serializable$/,
		],
		[
			"exit-0",
			handler("import sys; sys.exit(0)"),
			{},
			"Runtime.ExitError",
			/Runtime exited without providing a reason$/,
		],
		["exit-1", handler("import os; os._exit(1)"), {}, "Runtime.ExitError", /exit status 1$/],
	];
	for (const [name, files, settings, type, message] of cases) {
		await make(name, { "other.txt": "", ...files }, { ...python, ...settings });
		const { payload, error, tail } = await run(name);
		const { errorType, errorMessage } = payload as { errorType: string; errorMessage: string };
		assert.deepEqual({ error, errorType }, { error: "Unhandled", errorType: type }, `${name}\n${tail}`);
		assert.match(errorMessage, message, name);
	}
});

test("an error's stack names the user's own file and line", async (t) => {
	const { make, run } = await testLambda(t);
	await make("py", { "index.py": "def handler(event, context):\n    return 1 / 0\n" }, python);
	const { payload } = await run("py");
	const { stackTrace, requestId } = payload as { stackTrace: string[]; requestId: string };
	assert.equal(stackTrace.length, 1);
	assert.match(String(stackTrace[0]), /^ {2}File ".*\/index\.py", line 2, in handler\n {4}return 1 \/ 0\n$/);
	assert.match(requestId, /^[0-9a-f-]{36}$/);
});
