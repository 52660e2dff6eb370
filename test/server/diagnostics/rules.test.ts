import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite, test } from "node:test";
import { noParameters, type Place, unknownPlace } from "../../../server/app/knowledge.ts";
import { sampleCalls } from "../../../server/app/sampleCalls.ts";
import { createView } from "../../../server/createView.ts";
import { findingsOf } from "../../../server/diagnostics/findingsOf.ts";
import { rules } from "../../../server/diagnostics/rules.ts";
import { applied } from "../../../server/embedded/hostEdits.ts";

const root = resolve(import.meta.dirname, "../../..");

/** The finding's text between ⟦ and ⟧, its code, a part of its message, and the template after its fix. */
type Case = readonly [marked: string, code?: string, message?: RegExp, fixed?: string];

suite("Diagnostics of a template", () => {
	table("what cannot be read", [
		["a #if($⟦x⟧", "syntax", /end of the text/],
		["a\n⟦#if(1 == 1) x⟧\ny", "syntax", /This #if has no #end/],
		["#set($x⟦)⟧", "syntax", /Encountered "\)"/],
	]);
	table("members that are not there", [
		["$util.⟦escapeJavascript⟧('a')", "unknown-member", /mean escapeJavaScript\?/, "$util.escapeJavaScript('a')"],
		["$input.⟦bod⟧", "unknown-member", /\$input has no bod/, "$input.body"],
		["$context.⟦requestID⟧", "unknown-member", /mean requestId/, "$context.requestId"],
		[
			"$context.identity.⟦sourceIP⟧",
			"unknown-member",
			/\$context.identity has no sourceIP/,
			"$context.identity.sourceIp",
		],
		["$context.authorizer.anything $context.authorizer.claims.sub $context.identity.sourceIp"],
		["#set($context.responseOverride.status = 201)$context.responseOverride.status"],
		["#set($context.mine = 1)$context.mine"],
		["$stageVariables.⟦tabel⟧", "unknown-member", /No stage of this app declares/, "$stageVariables.table"],
		["$stageVariables.table ${stageVariables.get('x')}"],
		["$input.params().header.get('x') $input.params('a') $input.json('$') $input.body.length()"],
	]);
	table("variables without a value", [
		["#set($name = 1)$⟦nam⟧ $name", "undefined-variable", /mean \$name\?/, "#set($name = 1)$name $name"],
		["#if($⟦x⟧)a#end", "undefined-variable", /always holds/],
		["$⟦x⟧\n#set($x = 1)$x", "read-before-set", /line 2/],
		["#foreach($i in [1,2])$i $foreach.index $velocityCount#end"],
		["#if(1==1)#set($x = 1)#end$x"],
		["\\$x costs 5$ and $5"],
		['#set($a = 1)"$a"'],
		["#set($⟦x⟧ = 1)", "unused-variable", /never read/],
		["#set($l = [])#set($_ = $l.add(1))$l"],
	]);
	table("methods of Java", [
		["#set($s = 'a')$s.⟦toUppercase⟧()", "unknown-method", /mean toUpperCase/, "#set($s = 'a')$s.toUpperCase()"],
		["#set($l = [1])$l.⟦size⟧", "unknown-method", /write size\(\)/, "#set($l = [1])$l.size()"],
		["#set($s = 'a')$s.⟦substring⟧()", "unknown-method", /takes 1 or 2 arguments, not 0/],
		["#set($s = 'a')$s.length() $s.class.name"],
		["$util.parseJson('{}').anything.goes()"],
	]);
	table("keys of the model", [
		["$input.path('$.⟦nam⟧')", "unknown-key", /model Pet has no nam/, "$input.path('$.name')"],
		["$input.json('$.owner.⟦maill⟧')", "unknown-key", /mean mail/, "$input.json('$.owner.mail')"],
		["#set($p = $input.path('$'))$p.⟦nmae⟧", "unknown-key", /Pet/, "#set($p = $input.path('$'))$p.name"],
		["#foreach($t in $input.path('$.tags'))$t.⟦lable⟧#end", "unknown-key", /label/],
		["$input.path('$.name') $input.path('$.tags[0].label') $input.path('$.owner').mail.length()"],
	]);
	table("directives that API Gateway lacks", [
		["⟦#macro⟧(a)x#end", "unsupported-directive", /no #macro/],
		["⟦#foreahc⟧($i)", "unsupported-directive", /Did you mean #foreach/],
		["see #123, #todo and #ffcc00"],
	]);
	table("limits", [
		["#foreach($i in ⟦[1..1001]⟧)$i#end", "foreach-limit", /1001 times/],
		["#foreach($i in [1..1000])$i#end"],
	]);
	table("JSON", [
		['{"a": "⟦$input.json(\'$.name\')⟧"}', "json-in-quotes", /quotes of its own/, "{\"a\": $input.json('$.name')}"],
		['{"a": $input.json(\'$.name\'), "n": "$input.json(\'$.age\')"}'],
		[
			'{"a": "$util.⟦escapeJavaScript⟧($input.path(\'$.name\'))"}',
			"escape-quotes",
			/not valid in JSON/,
			'{"a": "$util.escapeJavaScript($input.path(\'$.name\')).replaceAll("\\\\\'", "\'")"}',
		],
		['{"a": "$util.escapeJavaScript($input.body).replaceAll("\\\\\'", "\'")"}'],
	]);
	table("overrides", [
		[
			"#set($context.responseOverride.status = 201)\n#set(⟦$context.responseOverride.status⟧ = 202)",
			"double-override",
			/in line 1 already/,
		],
		["#if(1==1)#set($context.responseOverride.status = 201)#else#set($context.responseOverride.status = 202)#end"],
		['#set($context.responseOverride.status = ⟦"ok"⟧)', "override-status", /ok is no HTTP status/],
	]);

	test("an output that is no JSON is shown where it was made, with the body that it was made from", () => {
		const text = "{\n \"name\": $input.path('$.name') }";
		const view = createView(text, { place, samples: sampleCalls(place) });
		const [found] = findingsOf(view).filter(({ code }) => code === "invalid-output");
		assert.equal(text.slice(found?.start, found?.end), "$input.path('$.name')");
		assert.match(
			found?.message ?? "",
			/^With the body \{.* of the model Pet, the output is no JSON: .* stands in double quotes\.$/,
		);
		const good = '{ "name": $input.json(\'$.name\'), "id": "$context.requestId" }';
		assert.deepEqual(findingsOf(createView(good, { place, samples: sampleCalls(place) })), []);
	});

	test("an override in a proxy integration has no effect", () => {
		const text = "#set($context.requestOverride.header.x = 'a')";
		const found = findingsOf(createView(text, { place: { ...place, proxy: true } }));
		assert.deepEqual(
			found.map(({ code }) => code),
			["override-in-proxy"],
		);
	});

	test("a gateway response only has variables: what else Velocity has is not there", () => {
		const text = "#if(1) #set($x) $util.nope() $context.error.messageString.length() $context.requestID ${unclosed";
		const gatewayResponse: Place = { ...unknownPlace, part: "gatewayResponse", contentType: "application/json" };
		const found = (template: string) => findingsOf(createView(template, { place: gatewayResponse }));
		assert.deepEqual(
			found('#if($input.body)a#end "$util.urlEncode("a")" $context.error.message.length() $context.requestID').map(
				({ code, start, end }) => `${code} ${start}-${end}`,
			),
			[
				"gateway-response-language 0-3",
				"gateway-response-language 4-15",
				"gateway-response-language 23-43",
				"gateway-response-language 45-76",
				"unknown-member 86-95",
			],
		);
		assert.deepEqual(
			found('{ "message": $context.error.messageString, "a": "$method.request.header.x #5 #ff $stageVariables.a" }'),
			[],
		);
		assert.ok(found(text).every(({ code }) => code !== "syntax"));
	});

	test("a template of more than 300 KB is an error", () => {
		const found = findingsOf(createView("é".repeat(160_000)));
		assert.deepEqual(
			found.map(({ code, severity }) => `${severity} ${code}`),
			["error template-too-large"],
		);
	});

	test("no rule takes more than its share of time, whatever the template", () => {
		const texts = [
			"#if(1)#set($context.responseOverride.status = 200)#end".repeat(4000),
			`${"#if(1)".repeat(8000)}#end`,
			"# ".repeat(100_000),
			"$a.b.c.d($e.f) ".repeat(10_000),
			`#set($a = ${"[".repeat(150)}${"]".repeat(150)})`.repeat(200),
			"#foreach($i in $i)".repeat(5000),
			"$undefined1 ".repeat(20_000),
			`${"$late ".repeat(20_000)}#set($late = 1)`,
			Array.from({ length: 5000 }, (_, i) => `#set($variable${i} = 1)$variabel${i} `).join(""),
		];
		for (const text of texts) {
			const view = createView(text, { place });
			for (const rule of rules) {
				const start = process.cpuUsage();
				rule.check(view);
				const { user } = process.cpuUsage(start);
				assert.ok(user < 2_000_000, `${rule.code} took ${user / 1000} ms for ${text.slice(0, 60)}`);
			}
		}
	});

	test("templates that render are not called wrong", () => {
		const cases = JSON.parse(readFileSync(join(root, "test/fixtures/vtl/dev-corpus.json"), "utf8")) as readonly {
			readonly name: string;
			readonly template: string;
			readonly expected: string | null;
		}[];
		const wrong = cases
			.filter(({ expected }) => expected !== null)
			.filter(({ template }) => findingsOf(createView(template)).some(({ severity }) => severity === "error"));
		assert.deepEqual(
			wrong.map(({ name }) => name),
			[],
		);
	});

	test("each rule has its page, and each page its rule", () => {
		const pages = readdirSync(join(root, "docs/diagnostics")).map((it) => it.replace(/\.md$/, ""));
		// What is wrong with a model is no rule of templates.
		assert.deepEqual(pages.toSorted(), ["model", ...rules.map(({ code }) => code)].toSorted());
	});

	test("the file of a rule is named after its code", () => {
		for (const { code } of rules) {
			const name = code.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
			assert.ok(existsSync(join(root, `server/diagnostics/${name}.ts`)), name);
		}
	});
});

const declared = { uri: "file:///w/template.yaml", start: 0, end: 0 };

const place: Place = {
	...unknownPlace,
	part: "request",
	parameters: noParameters,
	stageVariables: [{ name: "table", value: "x", declared }],
	input: {
		name: "Pet",
		declared,
		contentType: "application/json",
		schema: {
			type: "object",
			properties: {
				name: { type: "string" },
				age: { type: "integer" },
				owner: { type: "object", properties: { mail: { type: "string" } } },
				tags: { type: "array", items: { type: "object", properties: { label: { type: "string" } } } },
			},
		},
		at: () => undefined,
	},
};

function table(title: string, cases: readonly Case[]): void {
	suite(title, () => {
		for (const [marked, code, message, fixed] of cases) {
			test(marked, () => {
				const text = marked.replaceAll(/[⟦⟧]/g, "");
				const found = findingsOf(createView(text, { place }));
				if (code === undefined) {
					assert.deepEqual(
						found.map((it) => `${it.code}: ${it.message}`),
						[],
					);
					return;
				}
				const [one, ...others] = found;
				assert.deepEqual(others, []);
				assert.ok(one !== undefined, "nothing was found");
				assert.equal(`${text.slice(0, one.start)}⟦${text.slice(one.start, one.end)}⟧${text.slice(one.end)}`, marked);
				assert.equal(one.code, code);
				assert.match(one.message, message ?? /./);
				const [fix] = one.fixes ?? [];
				if (fixed !== undefined) assert.equal(applied(text, fix?.edits ?? []), fixed);
			});
		}
	});
}
