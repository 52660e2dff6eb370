import assert from "node:assert/strict";
import { test } from "node:test";
import { testLambda } from "./testLambda.ts";

test("every form of a Node.js handler that AWS knows", async (t) => {
	const { make, run } = await testLambda(t);
	const forms: [name: string, files: Record<string, string>, settings: object, expected: unknown][] = [
		["async", { "index.js": "exports.handler = async (event) => ({ got: event.n });" }, {}, { got: 1 }],
		["sync", { "index.js": "exports.handler = (event) => Promise.resolve(event.n);" }, {}, 1],
		["nothing", { "index.js": "exports.handler = async () => {};" }, {}, null],
		["callback", { "index.js": "exports.handler = (event, context, done) => done(null, event.n);" }, {}, 1],
		["done", { "index.js": "exports.handler = (event, context) => context.done(null, event.n);" }, {}, 1],
		["succeed", { "index.js": "exports.handler = (event, context) => context.succeed(event.n);" }, {}, 1],
		["esm", { "index.mjs": "export const handler = async (event) => event.n;" }, {}, 1],
		[
			"typeModule",
			{ "index.js": "export const handler = async (event) => event.n;", "package.json": '{"type":"module"}' },
			{},
			1,
		],
		["commonJs", { "index.cjs": "exports.handler = async (event) => event.n;" }, {}, 1],
		[
			"folder",
			{ "src/app/orders.js": "exports.get = async (event) => event.n;" },
			{ Handler: "src/app/orders.get" },
			1,
		],
		["nested", { "index.js": "exports.a = { b: { c: async (event) => event.n } };" }, { Handler: "index.a.b.c" }, 1],
		["never-called", { "index.js": "exports.handler = (event, context, done) => {};" }, {}, null],
		[
			"waits",
			{
				"index.js":
					"exports.handler = (event, context, done) => { const r = {}; setTimeout(() => { r.late = true; }, 20); done(null, r); };",
			},
			{},
			{ late: true },
		],
		[
			"does-not-wait",
			{
				"index.js":
					"exports.handler = (event, context, done) => { context.callbackWaitsForEmptyEventLoop = false; const r = {}; setTimeout(() => { r.late = true; }, 20); done(null, r); };",
			},
			{},
			{},
		],
		["node24", { "index.js": "exports.handler = async (event) => event.n;" }, { Runtime: "nodejs24.x" }, 1],
	];
	for (const [name, files, settings, expected] of forms) {
		await make(name, files, settings);
		const { payload, error, tail } = await run(name, { n: 1 });
		assert.deepEqual({ payload, error }, { payload: expected, error: undefined }, `${name}\n${tail}`);
	}
});

test("what can go wrong in a Node.js function has AWS's error", async (t) => {
	const { make, run } = await testLambda(t);
	const handler = (body: string) => ({ "index.js": `exports.handler = async (event) => { ${body} };` });
	const cases: [name: string, files: Record<string, string>, settings: object, type: string, message: RegExp][] = [
		["throws", handler("throw new TypeError('no')"), {}, "TypeError", /^no$/],
		["throws-text", handler("throw 'no'"), {}, "string", /^no$/],
		["throws-at-load", { "index.js": "throw new RangeError('at load')" }, {}, "RangeError", /^at load$/],
		["callback-error", { "index.js": "exports.handler = (e, c, done) => done(new Error('x'))" }, {}, "Error", /^x$/],
		["no-export", { "index.js": "" }, {}, "Runtime.HandlerNotFound", /^index\.handler is undefined or not exported$/],
		[
			"no-function",
			{ "index.js": "exports.handler = 1" },
			{},
			"Runtime.HandlerNotFound",
			/^index\.handler is not a function$/,
		],
		[
			"no-file",
			{ "other.js": "" },
			{},
			"Runtime.ImportModuleError",
			/^Error: Cannot find module 'index'\nRequire stack:/,
		],
		[
			"no-module",
			{ "index.js": "require('nowhere')" },
			{},
			"Runtime.ImportModuleError",
			/^Error: Cannot find module 'nowhere'/,
		],
		["syntax", { "index.js": "exports.handler = async (" }, {}, "Runtime.UserCodeSyntaxError", /^SyntaxError: /],
		["bad-name", handler(""), { Handler: "index" }, "Runtime.MalformedHandlerName", /^Bad handler$/],
		[
			"outside",
			handler(""),
			{ Handler: "../index.handler" },
			"Runtime.MalformedHandlerName",
			/is not a valid handler name/,
		],
		["circular", handler("const a = {}; a.a = a; return a"), {}, "Error", /^Unable to stringify response body$/],
		[
			"exit-0",
			handler("process.exit(0)"),
			{},
			"Runtime.ExitError",
			/^RequestId: [0-9a-f-]{36} Error: Runtime exited without providing a reason$/,
		],
		[
			"exit-1",
			handler("process.exit(1)"),
			{},
			"Runtime.ExitError",
			/^RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 1$/,
		],
		["exit-at-load", { "index.js": "process.exit(3)" }, {}, "Runtime.ExitError", /exit status 3$/],
		[
			"killed",
			handler("process.kill(process.pid, 'SIGKILL')"),
			{},
			"Runtime.ExitError",
			/Runtime exited with error: signal: killed$/,
		],
		[
			"in-a-timer",
			handler("await new Promise(() => setTimeout(() => { throw new Error('late') }, 1))"),
			{},
			"Error",
			/^late$/,
		],
		[
			"rejection",
			handler("Promise.reject(new Error('unseen')); await new Promise((r) => setTimeout(r, 50))"),
			{},
			"Runtime.UnhandledPromiseRejection",
			/^Error: unseen$/,
		],
		["never-settles", handler("await new Promise(() => {})"), {}, "Runtime.NodeJsExit", /never settled/],
		[
			"too-large",
			handler("return 'x'.repeat(7 * 1024 * 1024)"),
			{},
			"Function.ResponseSizeTooLarge",
			/^Response payload size exceeded maximum allowed payload size \(6291556 bytes\)\.$/,
		],
		[
			"callback-24",
			{ "index.js": "exports.handler = (e, c, done) => done()" },
			{ Runtime: "nodejs24.x" },
			"Runtime.CallbackHandlerDeprecated",
			/removed support for callback-based function handlers/,
		],
	];
	for (const [name, files, settings, type, message] of cases) {
		await make(name, files, settings);
		const { payload, error, tail } = await run(name);
		const { errorType, errorMessage } = payload as { errorType: string; errorMessage: string };
		assert.deepEqual({ error, errorType }, { error: "Unhandled", errorType: type }, `${name}\n${tail}`);
		assert.match(errorMessage, message, name);
	}
});

test("a function that does not answer in time is stopped, and the next invocation starts afresh", async (t) => {
	const { make, run } = await testLambda(t);
	const source =
		"let n = 0; exports.handler = async (e) => { n++; while (e.loop); await new Promise((r) => setTimeout(r, e.ms)); return n; };";
	await make("slow", { "index.js": source }, { Timeout: 1 });
	assert.equal((await run("slow", { ms: 0 })).payload, 1);
	assert.equal((await run("slow", { ms: 0 })).payload, 2);
	for (const event of [{ ms: 60_000 }, { loop: true }]) {
		const { payload, error, tail } = await run("slow", event);
		assert.equal(error, "Unhandled");
		const { errorType, errorMessage } = payload as { errorType: string; errorMessage: string };
		assert.equal(errorType, "Sandbox.Timedout");
		assert.match(errorMessage, /^RequestId: [0-9a-f-]{36} Error: Task timed out after 1\.00 seconds$/);
		assert.match(
			tail,
			/Z [0-9a-f-]{36} Task timed out after 1\.00 seconds\nEND .*\nREPORT .*\tDuration: 1000\.00 ms\tBilled Duration: 1\d{3} ms\t.*\tStatus: timeout\t\n$/,
		);
		assert.equal((await run("slow", { ms: 0 })).payload, 1);
	}
});

test("the context and the environment are complete", async (t) => {
	const { make, run, lambda } = await testLambda(t);
	process.env["GATEWRIGHT_SECRET_OF_THE_USER"] = "1";
	t.after(() => delete process.env["GATEWRIGHT_SECRET_OF_THE_USER"]);
	const source = `exports.handler = async (event, context) => ({
		context, left: context.getRemainingTimeInMillis(), env: process.env, cwd: process.cwd(), tz: new Date(0).getTimezoneOffset() })`;
	await make("ctx", { "index.js": source }, { Environment: { Variables: { MINE: "1" } }, MemorySize: 256, Timeout: 5 });
	const ClientContext = Buffer.from('{"custom":{"a":1}}').toString("base64");
	const { payload } = await run("ctx", {}, { ClientContext, Qualifier: "$LATEST" });
	// What the function's own source above returns.
	const { context, left, env, cwd, tz } = payload as {
		context: Record<string, string>;
		left: number;
		env: Record<string, string>;
		cwd: string;
		tz: number;
	};
	const { awsRequestId, logStreamName, ...rest } = context;
	assert.match(String(awsRequestId), /^[0-9a-f-]{36}$/);
	assert.match(String(logStreamName), /^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);
	assert.deepEqual(rest, {
		callbackWaitsForEmptyEventLoop: true,
		functionVersion: "$LATEST",
		functionName: "ctx",
		memoryLimitInMB: "256",
		logGroupName: "/aws/lambda/ctx",
		clientContext: { custom: { a: 1 } },
		invokedFunctionArn: "arn:aws:lambda:us-east-1:000000000000:function:ctx:$LATEST",
	});
	assert.ok(left > 4000 && left <= 5000);
	assert.equal(tz, 0);
	const folder = lambda.functions.stored.get("ctx")?.latest.code.folder;
	assert.equal(cwd, folder);
	assert.equal(env["AWS_LAMBDA_LOG_STREAM_NAME"], logStreamName);
	assert.match(String(env["AWS_ACCESS_KEY_ID"]), /^ASIA[A-Z2-7]{16}$/);
	assert.match(String(env["_X_AMZN_TRACE_ID"]), /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/);
	for (const name of varying) delete env[name];
	assert.deepEqual(env, {
		MINE: "1",
		LANG: "en_US.UTF-8",
		TZ: ":UTC",
		AWS_XRAY_CONTEXT_MISSING: "LOG_ERROR",
		AWS_XRAY_DAEMON_ADDRESS: "127.0.0.1:2000",
		AWS_ENDPOINT_URL: "http://127.0.0.1:4566",
		_HANDLER: "index.handler",
		AWS_REGION: "us-east-1",
		AWS_DEFAULT_REGION: "us-east-1",
		AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x",
		AWS_LAMBDA_FUNCTION_NAME: "ctx",
		AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "256",
		AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
		AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
		AWS_LAMBDA_LOG_GROUP_NAME: "/aws/lambda/ctx",
		LAMBDA_TASK_ROOT: folder,
	});
});

/** Looked at by themselves, or different on each machine. */
const varying = [
	"AWS_ACCESS_KEY_ID",
	"AWS_LAMBDA_LOG_STREAM_NAME",
	"AWS_SECRET_ACCESS_KEY",
	"AWS_SESSION_TOKEN",
	"HOME",
	"LAMBDA_RUNTIME_DIR",
	"NODE_PATH",
	"PATH",
	"TMPDIR",
	"_X_AMZN_TRACE_ID",
];
