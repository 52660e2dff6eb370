import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, type TestContext, test } from "node:test";

const root = join(import.meta.dirname, "../../..");
const corpus = join(root, "test/fixtures/vtl/dev-corpus.json");

/** The command starts so often here that it is not to be compiled each time. */
const compiled = mkdtempSync(join(tmpdir(), "gw-compiled-"));
after(() => rmSync(compiled, { recursive: true, force: true }));

/** Runs the command in a folder that holds these files. */
function gatewright(t: TestContext, files: Readonly<Record<string, string>>, args: readonly string[], input = "") {
	const dir = mkdtempSync(join(tmpdir(), "gw-render-"));
	t.after(() => rmSync(dir, { recursive: true, force: true }));
	for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
	const command = [join(root, "emulator/gatewright.ts"), "render", ...args];
	const { status, stdout, stderr } = spawnSync(process.execPath, command, {
		cwd: dir,
		input,
		encoding: "utf8",
		env: { ...process.env, NODE_COMPILE_CACHE: compiled },
		maxBuffer: 64_000_000,
		timeout: 60_000,
	});
	return { status, stdout, stderr };
}

type Line = {
	readonly name: string;
	readonly ok: boolean;
	readonly output?: string;
	readonly error?: string;
	readonly line?: number;
	readonly column?: number;
	readonly requestOverride?: unknown;
	readonly responseOverride?: unknown;
};
type Case = {
	readonly name: string;
	readonly expected: string | null;
	readonly expectedOverrides?: object;
	readonly error?: { readonly phase: string; readonly line: number; readonly column: number };
};

/** What the command says about a case, in the words of the corpus. */
function verdict({ error, expectedOverrides }: Case, said: Line | undefined): object {
	const { ok, output, line, column, requestOverride, responseOverride } = said ?? { ok: undefined };
	if (ok !== true) return { name: said?.name, ok, ...(error?.phase === "parse" ? { line, column } : {}) };
	const overrides = expectedOverrides === undefined ? {} : { overrides: { requestOverride, responseOverride } };
	return { name: said?.name, ok, output, ...overrides };
}

function expectation({ name, expected, error, expectedOverrides }: Case): object {
	if (expected !== null) {
		return { name, ok: true, output: expected, ...(expectedOverrides ? { overrides: expectedOverrides } : {}) };
	}
	return { name, ok: false, ...(error?.phase === "parse" ? { line: error.line, column: error.column } : {}) };
}

suite("gatewright render", () => {
	test("takes the whole corpus in one run, and agrees with the reference engine on all of it", (t) => {
		const { status, stdout } = gatewright(t, {}, ["--cases", corpus]);
		const cases = JSON.parse(readFileSync(corpus, "utf8")) as Case[]; // The corpus's form.
		const lines = stdout.trimEnd().split("\n");
		assert.equal(lines.length, cases.length);
		const said = lines.map((it) => JSON.parse(it) as Line); // Our own command's.
		const wrong = cases.filter((it, i) => JSON.stringify(verdict(it, said[i])) !== JSON.stringify(expectation(it)));
		assert.deepEqual(
			wrong.map((it) => it.name),
			[],
		);
		assert.equal(status, 1, "some of the corpus must fail");
	});

	const calls: readonly [form: string, event: object][] = [
		["a call", { input: { body: { a: "x" }, query: { q: "1" } }, context: { stage: "dev" } }],
		[
			"a call whose body is text",
			{ input: { body: '{"a":"x"}', query: { q: "1" } }, context: { stage: "dev" }, stageVariables: {} },
		],
		[
			"the event of a proxy function",
			{
				httpMethod: "POST",
				headers: null,
				queryStringParameters: { q: "1" },
				pathParameters: null,
				stageVariables: null,
				requestContext: { stage: "dev" },
				body: '{"a":"x"}',
				isBase64Encoded: false,
			},
		],
		[
			"the event of a proxy function with a body in base64",
			{
				httpMethod: "POST",
				queryStringParameters: { q: 1 },
				requestContext: { stage: "dev" },
				body: "eyJhIjoieCJ9",
				isBase64Encoded: true,
			},
		],
		[
			"a recorded request",
			{
				id: "r",
				apiId: "a",
				stage: "dev",
				frames: [
					{ step: "route", outcome: "passed", before: { query: [["q", "1"]] }, after: { pathParameters: {} } },
					{ step: "integrationRequest", outcome: "passed", before: { headers: {}, body: '{"a":"x"}' } },
				],
			},
		],
	];
	for (const [form, event] of calls) {
		test(`renders with ${form}`, (t) => {
			const template = "$input.path('$.a') $input.params('q') $context.stage";
			const files = { "t.vtl": template, "call.json": JSON.stringify(event) };
			const { status, stdout, stderr } = gatewright(t, files, ["t.vtl", "--event", "call.json"]);
			assert.deepEqual([status, stdout, stderr], [0, "x 1 dev", ""]);
		});
	}

	test("takes any other JSON for the body, as it is written", (t) => {
		const { stdout } = gatewright(t, { "t.vtl": "$input.path('$.a')" }, ["t.vtl", "--event", "-"], '{"a": 10.0}');
		assert.equal(stdout, "10.0");
	});

	test("passes over the mark that editors on Windows begin a file with", (t) => {
		const files = { "t.vtl": "\uFEFF$input.path('$.a')", "e.json": '\uFEFF{"a": 1}' };
		assert.equal(gatewright(t, files, ["t.vtl", "--event", "e.json"]).stdout, "1");
	});

	test("says how it is used when asked for help", (t) => {
		const { status, stdout } = gatewright(t, {}, ["--help"]);
		assert.equal(status, 0);
		assert.match(stdout, /gatewright render TEMPLATE/);
	});

	test("finds the sample beside the template", (t) => {
		const files = { "t.vtl": "$input.path('$.a')", "t.sample.json": '{ "a": "beside" }' };
		assert.equal(gatewright(t, files, ["t.vtl"]).stdout, "beside");
	});

	test("says in JSON what was rendered and overridden", (t) => {
		const files = { "t.vtl": "#set($context.responseOverride.status = 444)x", "c.json": "{}" };
		const { status, stdout } = gatewright(t, files, ["t.vtl", "--event", "c.json", "--json"]);
		assert.equal(status, 0);
		assert.deepEqual(JSON.parse(stdout), {
			name: "t.vtl",
			ok: true,
			output: "x",
			requestOverride: { header: {}, path: {}, querystring: {} },
			responseOverride: { header: {}, status: 444 },
		});
	});

	test("says where a template fails", (t) => {
		const files = { "t.vtl": "a\n#if($x", "c.json": "{}" };
		const { status, stdout, stderr } = gatewright(t, files, ["t.vtl", "--event", "c.json"]);
		assert.deepEqual([status, stdout], [1, ""]);
		assert.match(stderr, /^t\.vtl:2:\d+: error: /);
	});

	test("says that a body is no JSON", (t) => {
		const files = { "t.vtl": "$input.path('$')", "c.json": '{"input":{"body":"{a"}}' };
		const { status, stderr } = gatewright(t, files, ["t.vtl", "--event", "c.json"]);
		assert.equal(status, 1);
		assert.match(stderr, /^t\.vtl:1:1: error: /);
	});

	test("renders as Apache Velocity itself does, when asked to", (t) => {
		const files = { "t.vtl": "#macro(m $x)<$x>#end#m('a')$nope", "c.json": "{}" };
		const said = gatewright(t, files, ["t.vtl", "--event", "c.json", "--dialect", "velocity17"]);
		assert.deepEqual([said.status, said.stdout], [0, "<a>$nope"]);
	});

	const bombs: readonly (readonly [what: string, template: string])[] = [
		["a range of a thousand million", "#foreach($i in [1..1000000000])x#end"],
		["nested loops", `${"#foreach($i in [1..1000])".repeat(5)}x${"#end".repeat(5)}`],
		["a string that doubles", `#set($s = 'xxxxxxxxxx')#foreach($i in [1..100])#set($s = "$s$s")#end$s`],
		["a catastrophic regular expression", "#set($s='aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')$s.matches('(a+)+$')"],
	];
	for (const [what, template] of bombs) {
		test(`ends ${what} with an error, in time`, (t) => {
			const { status, stdout } = gatewright(t, { "t.vtl": template, "c.json": "{}" }, [
				"t.vtl",
				"--event",
				"c.json",
				"--json",
			]);
			const said = JSON.parse(stdout) as Line; // Our own command's.
			assert.deepEqual([status, said.ok], [1, false]);
		});
	}

	const refused: readonly (readonly [args: readonly string[], message: RegExp])[] = [
		[[], /^gatewright render: give a TEMPLATE, or --cases FILE\.\n$/],
		[["none.vtl", "--event", "c.json"], /^gatewright render: there is no file none\.vtl\.\n$/],
		[["t.vtl", "--event", "none.json"], /^gatewright render: there is no file none\.json\.\n$/],
		[["t.vtl"], /give the call to render t\.vtl with: --event FILE, or a file t\.sample\.json beside it/],
		[["t.vtl", "--event", "bad.json"], /^gatewright render: bad\.json is no call to render with: is not JSON: /],
		[["t.vtl", "--event", "odd.json"], /"input\.headers" is an object of names and texts/],
		[
			["t.vtl", "--event", "c.json", "--dialect", "jinja"],
			/there is no dialect "jinja"; there are apigw and velocity17\./,
		],
		[["t.vtl", "u.vtl"], /one TEMPLATE is enough; "u\.vtl" is one too many/],
		[["--cases", "bad.json"], /^gatewright render: bad\.json is not JSON: /],
		[["--cases", "c.json"], /c\.json must be an array of cases/],
		[["--cases", "nameless.json"], /case 1 of nameless\.json has no "name"/],
		[["--cases", "c.json", "t.vtl"], /--cases brings its templates and calls along/],
		[["--evnt", "c.json"], /Unknown option '--evnt'/],
	];
	for (const [args, message] of refused) {
		test(`refuses "render ${args.join(" ")}" and says why`, (t) => {
			const files = {
				"t.vtl": "x",
				"c.json": "{}",
				"bad.json": "{",
				"odd.json": '{"input":{"headers":[]}}',
				"nameless.json": "[{}]",
			};
			const { status, stdout, stderr } = gatewright(t, files, args);
			assert.deepEqual([status, stdout], [2, ""]);
			assert.match(stderr, message);
		});
	}
});
