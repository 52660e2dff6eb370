import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { callSample } from "../../../../language/samples/callSample.ts";
import type { JsonObject, JsonValue, MappingEnvironment } from "../../../../language/vtl/bindings/environment.ts";
import { render } from "../../../../language/vtl/evaluate/render.ts";
import type { Statement, Template } from "../../../../language/vtl/nodes.ts";
import { parse } from "../../../../language/vtl/parse/parse.ts";

const environment: MappingEnvironment = {
	input: {
		body: JSON.stringify({
			a: { b: "deep", "x/y": "slash" },
			name: "Ada's",
			list: ["p", "q"],
			pets: [{ id: 7, tags: ["t"] }, { id: 8 }],
			n: 5,
			json: '{"in":"side"}',
		}),
		headers: { "X-A": "head" },
		path: { id: "42" },
		query: { page: "2", id: "99" },
	},
	context: { stage: "dev", identity: { sourceIp: "192.0.2.1" } },
	stageVariables: { table: "pets" },
};

/** Each part of the output that an input made, as `text <input`. */
function check(template: string, expected: readonly string[]): void {
	const rendered = render(parse(template), environment, { provenance: true });
	assert.ok(rendered.ok, template);
	const found = (rendered.spans ?? []).filter((it) => it.input !== undefined);
	const said = found.map(({ output: { from, to }, input }) => `${rendered.output.slice(from, to)} <${input}`);
	assert.deepEqual(said, expected, template);
}

const cases: readonly (readonly [what: string, template: string, expected: readonly string[]])[] = [
	["a path of the body", "$input.path('$.a.b')", ["deep </body/a/b"]],
	["a name that a pointer escapes", "$input.path(\"$.a['x/y']\")", ["slash </body/a/x~1y"]],
	["JSON of the body", "$input.json('$.list')", ['["p","q"] </body/list']],
	[
		"an index, also from the end",
		"$input.path('$.pets[0].id')$input.path('$.pets[(@.length-1)].id')",
		["7 </body/pets/0/id", "8 </body/pets/1/id"],
	],
	[
		"a parameter, where it was found",
		"$input.params('id') $input.params('page') $input.params('X-A')",
		["42 </params/path/id", "2 </params/querystring/page", "head </params/header/X-A"],
	],
	[
		"the maps of parameters",
		"$input.params().querystring.id $input.params().get('header').get('X-A')",
		["99 </params/querystring/id", "head </params/header/X-A"],
	],
	[
		"the context",
		"$context.stage $context.identity.sourceIp",
		["dev </context/stage", "192.0.2.1 </context/identity/sourceIp"],
	],
	[
		"stage variables",
		"$stageVariables.table ${stageVariables['table']}",
		["pets </stageVariables/table", "pets </stageVariables/table"],
	],
	["variables", "#set($r = $input.path('$'))#set($x = $r.a)#set($y = $x.b)$y", ["deep </body/a/b"]],
	["string methods", "$input.path('$.name').toUpperCase().substring(0, 2)", ["AD </body/name"]],
	[
		"escapeJavaScript",
		"$util.escapeJavaScript($input.path('$.name')).replaceAll(\"\\\\'\", \"'\")",
		["Ada's </body/name"],
	],
	[
		"strings with references in them",
		"#set($s = \"<$input.path('$.a.b')|$context.stage>\")$s",
		["deep </body/a/b", "dev </context/stage"],
	],
	[
		"such strings, escaped",
		"#set($s = \"$input.path('$.name')$context.stage\")$util.escapeJavaScript($s)",
		["Ada\\'s </body/name", "dev </context/stage"],
	],
	[
		"texts put together",
		"#set($s = $input.path('$.n') + '-' + $context.stage)$s",
		["5 </body/n", "dev </context/stage"],
	],
	["arithmetic", "#set($n = $input.path('$.n') * 2)$n", ["10 </body/n"]],
	["items of a #foreach", "#foreach($i in $input.path('$.list'))$i#end", ["p </body/list/0", "q </body/list/1"]],
	[
		"properties of the items",
		"#foreach($p in $input.path('$').pets)$p.id,#end",
		["7 </body/pets/0/id", "8 </body/pets/1/id"],
	],
	["values of a map", "#foreach($v in $input.path('$.a'))$v#end", ["deep </body/a/b", "slash </body/a/x~1y"]],
	[
		"keys of a map",
		"#set($m = $input.params().path)#foreach($k in $m.keySet())$k=$m.get($k)#end",
		["id </params/path/id", "42 </params/path/id"],
	],
	[
		"entries of a map",
		"#foreach($e in $input.params().path.entrySet())$e.key=$e.value#end",
		["id </params/path/id", "42 </params/path/id"],
	],
	[
		"what was put into a map",
		"#set($m = {})$!m.put('k', $context.stage)#set($m.l = $input.path('$.n'))$m.k$m.l",
		["dev </context/stage", "5 </body/n"],
	],
	[
		"what was added to a list",
		"#set($l = [])#set($_ = $l.add($context.stage))$l[0]$l.get(0)",
		["dev </context/stage", "dev </context/stage"],
	],
	["lists of the template", "#set($l = [$context.stage, 'x'])#foreach($i in $l)$i#end", ["dev </context/stage"]],
	["parsed JSON, by the text that held it", "$util.parseJson($input.path('$.json')).in", ["side </body/json"]],
	[
		"what a path gathers",
		"#foreach($p in $input.path('$.pets[*]'))$p.id#end#foreach($i in $input.path('$..id'))$i#end",
		["7 </body/pets/0/id", "8 </body/pets/1/id", "7 </body", "8 </body"],
	],
	["a #define", "#define($d)[$context.stage]#end$d", ["dev </context/stage"]],
	["nothing of a variable that was set anew", "#set($x = $context.stage)#set($x = 'mine')$x", []],
	["nothing of an item when the loop is over", "#foreach($i in $input.path('$.list'))#end#set($i = 'q')$i", []],
	["sizes", "$input.path('$.list').size()", ["2 </body/list"]],
	["a split text", "#foreach($w in $input.path('$.name').split(\"'\"))$w,#end", ["Ada </body/name", "s </body/name"]],
];

suite("provenance follows", () => {
	for (const [what, template, expected] of cases) test(what, () => check(template, expected));
});

test("a span names the statement that printed it, in a block the one inside", () => {
	const template = "a#define($d)<$context.stage>#end$d#if(true)$input.path('$.n')#end";
	const rendered = render(parse(template), environment, { provenance: true });
	assert.ok(rendered.ok);
	const said = (rendered.spans ?? []).map((it) => template.slice(it.template.from, it.template.to));
	assert.deepEqual(said, ["a", "<", "$context.stage", ">", "$input.path('$.n')"]);
});

const dialects = ["apigw", "velocity17"] as const;

type Case = { readonly name: string; readonly template: string; readonly context: JsonObject };
const corpus = new URL("../../../fixtures/vtl/dev-corpus.json", import.meta.url);

test("over the whole corpus: no output changes, spans tile it, text is the template's, and each input is there", () => {
	const all = JSON.parse(readFileSync(corpus, "utf8")) as Case[]; // The corpus's form.
	for (const [{ name, template, context }, dialect] of all.flatMap((it) => dialects.map((d) => [it, d] as const))) {
		const call = callSample(context);
		assert.ok(typeof call !== "string", name);
		const tree = parse(template, dialect);
		const plain = render(tree, call);
		const { spans = [], ...traced } = { spans: undefined, ...render(tree, call, { provenance: true }) };
		assert.deepEqual(traced, plain, name);
		if (!plain.ok) continue;
		let at = 0;
		const texts = textsOf(tree);
		for (const { output, template: from, input } of spans) {
			assert.equal(output.from, at, name);
			assert.ok(output.to > output.from, name);
			at = output.to;
			assert.ok(
				from.from >= 0 && from.from < from.to && from.to <= template.length,
				`${name}: ${JSON.stringify(from)}`,
			);
			const text = plain.output.slice(output.from, output.to);
			// Velocity's own quirk: `$!5` is text, and loses its `!`.
			if (texts.has(from.from)) assert.equal(text, template.slice(from.from, from.to).replace("$!", "$"), name);
			// `$input.json` of a place that is missing prints two quotes, and names the place.
			if (input !== undefined && text !== '""') assert.ok(stands(call, input), `${name}: ${input} ${text}`);
		}
		assert.equal(at, plain.output.length, name);
	}
});

/** Where plain text stands in the template that is not inside of a string. */
function textsOf({ nodes }: Template): ReadonlySet<number> {
	const starts = new Set<number>();
	const walk = (some: readonly Statement[]): void => {
		for (const node of some) {
			if (node.kind === "text") starts.add(node.start);
			if (node.kind === "if") for (const branch of node.branches) walk(branch.body);
			if (node.kind === "directive") walk(node.body ?? []);
		}
	};
	walk(nodes);
	return starts;
}

/** Whether the call has something at the pointer. */
function stands({ input, context, stageVariables }: MappingEnvironment, pointer: string): boolean {
	let body: JsonValue = {};
	try {
		body = JSON.parse(input.body) as JsonValue;
	} catch {
		// What only the permissive reader reads is not looked into.
		if (pointer.startsWith("/body")) return true;
	}
	const params = { path: input.path, querystring: input.query, header: input.headers };
	let here: unknown = { body, params, context, stageVariables };
	for (const step of pointer.slice(1).split("/")) {
		const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
		if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return false;
		here = Reflect.get(here, key);
	}
	return true;
}
