import assert from "node:assert/strict";
import { test } from "node:test";
import { testLambda } from "./testLambda.ts";

const provided = { Runtime: "provided.al2023", Handler: "echo" };

/** A runtime in twelve lines: what is asked of the Runtime API is what AWS documents. */
const bootstrap = (respond: string) => `#!/bin/bash
echo "starting $_HANDLER"
api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
while true; do
	headers=$(mktemp)
	event=$(curl -sS -D "$headers" "$api/invocation/next") || exit 1
	id=$(grep -i '^lambda-runtime-aws-request-id:' "$headers" | tr -d '\\r' | cut -d' ' -f2)
	arn=$(grep -i '^lambda-runtime-invoked-function-arn:' "$headers" | tr -d '\\r' | cut -d' ' -f2)
	rm "$headers"
	echo "got $event"
	${respond}
done
`;
const response = `curl -sS -X POST "$api/invocation/$id/response" -d "{\\"event\\":$event,\\"arn\\":\\"$arn\\"}" >/dev/null`;

test("a bootstrap in any language runs by AWS's Runtime API", async (t) => {
	const { make, run, logs } = await testLambda(t);
	await make("sh", { bootstrap: bootstrap(response) }, { ...provided, Timeout: 10 });
	for (const n of [1, 2]) {
		const { payload, error, tail } = await run("sh", { n });
		const expected = { event: { n }, arn: "arn:aws:lambda:us-east-1:000000000000:function:sh" };
		assert.deepEqual({ payload, error }, { payload: expected, error: undefined }, tail);
		assert.match(tail, /\ngot \{"n":\d\}\n/);
	}
	// Once: the second invocation found it warm.
	assert.equal(logs("sh").filter((line) => line === "starting echo").length, 1);
});

test("a bootstrap's own errors, its end and its absence have AWS's answers", async (t) => {
	const { make, run } = await testLambda(t);
	const failure = '{"errorMessage":"no","errorType":"Mine"}';
	const cases: [name: string, files: Record<string, string>, type: string, message: RegExp][] = [
		["error", { bootstrap: bootstrap(`curl -sS "$api/invocation/$id/error" -d '${failure}'`) }, "Mine", /^no$/],
		[
			"init-error",
			{
				bootstrap: `#!/bin/bash\ncurl -sS "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/init/error" -d '${failure}'\nexit 1\n`,
			},
			"Mine",
			/^no$/,
		],
		["exits", { bootstrap: bootstrap("exit 7") }, "Runtime.ExitError", /exit status 7$/],
		["exits-at-start", { bootstrap: "#!/bin/bash\nexit 3\n" }, "Runtime.ExitError", /exit status 3$/],
		[
			"none",
			{ "other.txt": "" },
			"Runtime.InvalidEntrypoint",
			/^RequestId: [0-9a-f-]{36} Error: Couldn't find valid bootstrap\(s\): \[\/var\/task\/bootstrap \/opt\/bootstrap\]$/,
		],
	];
	for (const [name, files, type, message] of cases) {
		await make(name, files, { ...provided, Timeout: 10 });
		const { payload, error, tail } = await run(name);
		const { errorType, errorMessage } = payload as { errorType: string; errorMessage: string };
		assert.deepEqual({ error, errorType }, { error: "Unhandled", errorType: type }, `${name}\n${tail}`);
		assert.match(errorMessage, message, name);
	}
});

test("a runtime that cannot run here says what can", async (t) => {
	const { make, run } = await testLambda(t);
	await make("java", { "app.jar": "" }, { Runtime: "java21", Handler: "a.B" });
	await assert.rejects(run("java"), {
		code: "ServiceException",
		status: 500,
		message: /^Gatewright runs Node\.js and Python functions, .*runtime java21 is neither\.$/,
	});
});
