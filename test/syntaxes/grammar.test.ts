import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { suite, test } from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const root = resolve(import.meta.dirname, "../..");
const fixtures = join(import.meta.dirname, "fixtures");

/** How VS Code colours each fixture: its lines, and under each the scopes of its pieces. `npm run snapshots` writes them anew. */
suite("The grammars", () => {
	for (const name of readdirSync(fixtures).filter((it) => !it.endsWith(".snapshot"))) {
		test(`colour ${name}`, async (t) => {
			const grammar = await grammarOf(name);
			const text = readFileSync(join(fixtures, name), "utf8");
			const serializers = [(value: unknown) => String(value)];
			t.assert.fileSnapshot(tokenized(grammar, text), join(fixtures, `${name}.snapshot`), { serializers });
		});
	}
});

function tokenized(grammar: textmate.IGrammar, text: string): string {
	let state = textmate.INITIAL;
	const lines = text.split("\n").map((line) => {
		const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
		state = ruleStack;
		const pieces = tokens
			.map(({ startIndex, endIndex, scopes }) => ({ piece: line.slice(startIndex, endIndex), scopes: scopes.slice(1) }))
			.filter(({ piece, scopes }) => piece.trim() !== "" && scopes.length > 0)
			.map(({ piece, scopes }) => `    ${piece.trim()} → ${scopes.map(shortened).join(" ")}`);
		return [line, ...pieces].join("\n");
	});
	return `${lines.join("\n").trimEnd()}\n`;
}

function shortened(scope: string): string {
	return scope.replace(/\.apigw-vtl$/, "");
}

async function grammarOf(name: string): Promise<textmate.IGrammar> {
	const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
	await oniguruma.loadWASM(wasm);
	const registry = new textmate.Registry({
		onigLib: Promise.resolve({
			createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
			createOnigString: (text) => new oniguruma.OnigString(text),
		}),
		loadGrammar: (scope) => Promise.resolve(loaded(scope)),
		getInjections: (scope) => {
			if (scope === "source.yaml") return ["source.apigw-vtl.yaml-injection"];
			return scope === "source.json" ? ["source.apigw-vtl.json-injection"] : undefined;
		},
	});
	const ending = name.slice(name.lastIndexOf(".") + 1);
	const grammar = await registry.loadGrammar(ending === "vtl" ? "source.apigw-vtl" : `source.${ending}`);
	if (grammar === null) throw new Error(`There is no grammar for ${name}.`);
	return grammar;
}

function loaded(scope: string): textmate.IRawGrammar | undefined {
	const own = new Map([
		["source.apigw-vtl", "apigw-vtl.tmLanguage.json"],
		["source.apigw-vtl.yaml-injection", "apigw-vtl.yaml-injection.json"],
		["source.apigw-vtl.json-injection", "apigw-vtl.json-injection.json"],
	]).get(scope);
	if (own !== undefined) {
		const path = join(root, "syntaxes", own);
		return textmate.parseRawGrammar(readFileSync(path, "utf8"), path);
	}
	const host = hosts.get(scope);
	return host === undefined
		? undefined
		: textmate.parseRawGrammar(JSON.stringify({ scopeName: scope, ...host }), "host.json");
}

/** VS Code brings the real ones; these have the scopes that the injections look at. */
const hosts = new Map<string, object>([
	[
		"source.yaml",
		{
			patterns: [
				{ match: "#.*$", name: "comment.line.number-sign.yaml" },
				{ match: "([\\w/.-]+)(:)(?=\\s|$)", captures: { 1: { name: "entity.name.tag.yaml" } } },
				{ begin: '"', end: '"', name: "string.quoted.double.yaml" },
			],
		},
	],
	["source.json", { patterns: [{ begin: '"', end: '"', name: "string.quoted.double.json" }] }],
]);
