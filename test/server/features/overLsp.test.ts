import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { after, before, suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import {
	CodeLensRequest,
	CompletionRequest,
	DefinitionRequest,
	DocumentFormattingRequest,
	DocumentHighlightRequest,
	DocumentLinkRequest,
	DocumentSymbolRequest,
	FoldingRangeRequest,
	HoverRequest,
	InlayHintRequest,
	LinkedEditingRangeRequest,
	PrepareRenameRequest,
	ReferencesRequest,
	RenameRequest,
	SelectionRangeRequest,
	SemanticTokensRequest,
	SignatureHelpRequest,
} from "vscode-languageserver-protocol/node";
import { type Server, startServer } from "../startServer.ts";

const folder = resolve(import.meta.dirname, "../../../examples/orders");

/** Positions are found by what stands there: the offset right behind a text. */
suite("The language features, over LSP, in the example app", () => {
	let server: Server;
	const uriOf = (name: string) => pathToFileURL(resolve(folder, name)).href;
	const create = uriOf("templates/create-order.request.vtl");
	const app = uriOf("template.yaml");
	let template = "";
	let document = "";

	before(async () => {
		template = readFileSync(resolve(folder, "templates/create-order.request.vtl"), "utf8");
		document = readFileSync(resolve(folder, "template.yaml"), "utf8");
		server = await startServer(folder);
		server.open(create, "apigw-vtl", template);
		server.open(app, "yaml", document);
		await server.diagnostics(create);
		await server.diagnostics(app);
	});
	after(() => server[Symbol.asyncDispose]());

	/** Puts a text into the template and asks at the place right behind `behind`. */
	let version = 1;
	async function at(text: string, behind: string) {
		version++;
		server.change(create, version, text);
		await server.diagnostics(create, version);
		return { textDocument: { uri: create }, position: positionBehind(text, behind) };
	}
	const labels = (answer: unknown): readonly string[] => {
		const items: readonly unknown[] = Array.isArray(answer) ? answer : isList(answer) ? answer.items : [];
		return items.flatMap((it) => (typeof it === "object" && it !== null && "label" in it ? [String(it.label)] : []));
	};

	test("completion knows the model of the method that uses the template", async () => {
		const place = await at("{ $input.path('$.') }", "$.");
		assert.deepEqual(labels(await server.connection.sendRequest(CompletionRequest.type, place)).toSorted(), [
			"customerId",
			"id",
			"items",
		]);
	});

	test("completion knows what the app was sent, for as long as it runs", async () => {
		const place = await at("{ $input.path('$.') }", "$.");
		const ask = async () => labels(await server.connection.sendRequest(CompletionRequest.type, place));
		const folderUri = pathToFileURL(folder).href;
		const came = { headers: {}, body: '{"id": "o-1", "coupon": "SPRING"}' };
		const trace = (resourcePath: string) => ({
			id: "r-1",
			apiId: "a-1",
			method: "POST",
			resourcePath,
			frames: [{ step: "integrationRequest", outcome: "passed", before: came }],
		});
		await server.connection.sendNotification("gatewright/recorded", { folder: folderUri, trace: trace("/other") });
		assert.ok(!(await ask()).includes("coupon"));
		await server.connection.sendNotification("gatewright/recorded", { folder: folderUri, trace: trace("/orders") });
		assert.ok((await ask()).includes("coupon"));
		await server.connection.sendNotification("gatewright/recorded", { folder: folderUri, trace: "nonsense" });
		await server.connection.sendNotification("gatewright/stopped", { folder: folderUri });
		assert.ok(!(await ask()).includes("coupon"));
		assert.deepEqual(server.logged, []);
	});

	test("completion knows the stage's variables", async () => {
		const place = await at("$stageVariables.", "$stageVariables.");
		assert.ok(labels(await server.connection.sendRequest(CompletionRequest.type, place)).includes("ordersTable"));
	});

	test("signatures, hovers, highlights and ranges are of the place", async () => {
		const text = "#set($id = $input.path('$.id'))\n$id.substring(1)";
		const place = await at(text, "$id.sub");
		const hover = await server.connection.sendRequest(HoverRequest.type, place);
		assert.match(JSON.stringify(hover?.contents), /substring\(int begin\): String/);
		const inCall = { ...place, position: positionBehind(text, "substring(") };
		const help = await server.connection.sendRequest(SignatureHelpRequest.type, inCall);
		assert.match(help?.signatures[help.activeSignature ?? 0]?.label ?? "", /^substring\(int begin\)/);
		const name = { ...place, position: positionBehind(text, "\n$i") };
		const highlights = await server.connection.sendRequest(DocumentHighlightRequest.type, name);
		assert.deepEqual(
			highlights?.map(({ range }) => range.start.line),
			[0, 1],
		);
		const ranges = await server.connection.sendRequest(SelectionRangeRequest.type, {
			textDocument: place.textDocument,
			positions: [name.position],
		});
		assert.ok(ranges?.[0]?.parent !== undefined);
	});

	test("definition leads from a property to the model in the app's template", async () => {
		const place = await at("$input.path('$.customerId')", "$.cust");
		const found = await server.connection.sendRequest(DefinitionRequest.type, place);
		const [first] = Array.isArray(found) ? found : [];
		assert.ok(first !== undefined && "uri" in first);
		assert.equal(first.uri, app);
		assert.match(document.split("\n")[first.range.start.line] ?? "", /customerId: /);
	});

	test("references and a rename reach the app's template", async () => {
		const place = await at("$stageVariables.ordersTable", "$stageVariables.ord");
		const found = await server.connection.sendRequest(ReferencesRequest.type, {
			...place,
			context: { includeDeclaration: true },
		});
		assert.ok((found ?? []).some(({ uri }) => uri === app));
		assert.ok((found ?? []).some(({ uri }) => uri.endsWith("customer-orders.request.vtl")));
		const edit = await server.connection.sendRequest(RenameRequest.type, { ...place, newName: "table" });
		assert.ok(edit?.changes?.[app]?.every(({ newText }) => newText === "table"));
	});

	test("a rename that will not do says why", async () => {
		const place = await at("$input.body", "$inp");
		assert.equal(await server.connection.sendRequest(PrepareRenameRequest.type, place), null);
		await assert.rejects(
			server.connection.sendRequest(RenameRequest.type, { ...place, newName: "x" }),
			/not the template's own/,
		);
	});

	test("the outline, folds, words, hints and lenses of a whole template", async () => {
		const text = "#set($id = $input.path('$.id'))\n#if($id)\n{}\n#end\n";
		const { textDocument } = await at(text, text);
		const symbols = await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
		assert.deepEqual(
			symbols?.map(({ name }) => name),
			["$id", "#if($id)"],
		);
		const folds = await server.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
		assert.deepEqual(
			folds?.map(({ startLine, endLine }) => [startLine, endLine]),
			[[1, 2]],
		);
		const tokens = await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
		assert.equal((tokens?.data.length ?? 0) % 5, 0);
		assert.ok((tokens?.data.length ?? 0) > 20);
		const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
		const hints = await server.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
		assert.ok(hints?.some(({ label }) => label === ": String"));
		const lenses = await server.connection.sendRequest(CodeLensRequest.type, { textDocument });
		const use = lenses?.find(({ command }) => command?.title === "Request of POST /orders")?.command;
		assert.equal(use?.command, "gatewright.openSource");
		const [place]: unknown[] = use?.arguments ?? [];
		assert.ok(typeof place === "object" && place !== null && "line" in place && typeof place.line === "number");
		assert.match(document.split("\n")[place.line - 1] ?? "", /create-order\.request\.vtl/);
	});

	test("formatting and linked editing give edits of the place", async () => {
		const place = await at("#foreach( $i in [1] )$i#end", "$i");
		const edits = await server.connection.sendRequest(DocumentFormattingRequest.type, {
			textDocument: place.textDocument,
			options: { tabSize: 2, insertSpaces: true },
		});
		assert.equal(edits?.length, 2);
		const linked = await server.connection.sendRequest(LinkedEditingRangeRequest.type, place);
		assert.equal(linked?.ranges.length, 2);
	});

	test("each template in the app's document has a lens, and what the lens hands over renders that template", async () => {
		const lenses = await server.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: app } });
		const ids: unknown[] = (lenses ?? []).flatMap(({ command }) => command?.arguments ?? []);
		assert.ok(ids.length > 1);
		assert.equal(new Set(ids).size, ids.length);
		for (const [i, templateId] of ids.entries()) {
			const params = { uri: app, position: { line: 0, character: 0 }, templateId };
			const answer: unknown = await server.connection.sendRequest("gatewright/render", params);
			assert.ok(typeof answer === "object" && answer !== null && "templateId" in answer);
			assert.equal(answer.templateId, templateId);
			const line = lenses?.[i]?.range.start.line ?? 0;
			const shown = document
				.split("\n")
				.slice(line - 1, line + 1)
				.join("\n");
			assert.match(shown, /application\/json|text\/|\|/);
		}
	});

	test("in the schema of a model keywords are offered and explained", async () => {
		const behind = "    schemas:\n      Order:\n        ";
		const text = `openapi: 3.0.1\ncomponents:\n${behind}requ\n`;
		const textDocument = { uri: uriOf("models-of-a-test.yaml") };
		server.open(textDocument.uri, "yaml", text);
		await server.diagnostics(textDocument.uri);
		const place = { textDocument, position: positionBehind(text, `${behind}requ`) };
		const answer = await server.connection.sendRequest(CompletionRequest.type, place);
		const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
		const required = items.find(({ label }) => label === "required");
		const range = { start: positionBehind(text, behind), end: place.position };
		assert.deepEqual(required?.textEdit, { range, newText: "required: " });
		server.change(textDocument.uri, 2, text.replace("requ", "required: [id]"));
		const hover = await server.connection.sendRequest(HoverRequest.type, place);
		assert.match(JSON.stringify(hover?.contents), /names of the properties that must be there/);
		const outside = { textDocument, position: { line: 0, character: 3 } };
		assert.equal(await server.connection.sendRequest(HoverRequest.type, outside), null);
		assert.deepEqual(server.logged, []);
	});

	test("a model's name in a document leads to the model, and is renamed wherever it stands", async () => {
		const text =
			"swagger: '2.0'\npaths: { /a: { post: { responses: { 200: { schema: { $ref: '#/definitions/Order' } } } } } }\ndefinitions:\n  Order: {}\n";
		const textDocument = { uri: uriOf("names-of-a-test.yaml") };
		server.open(textDocument.uri, "yaml", text);
		await server.diagnostics(textDocument.uri);
		const place = { textDocument, position: positionBehind(text, "#/definitions/Or") };
		const found = await server.connection.sendRequest(DefinitionRequest.type, place);
		const [first] = Array.isArray(found) ? found : [];
		assert.ok(first !== undefined && "range" in first);
		assert.deepEqual(first.range.start, { line: 3, character: 2 });
		assert.equal((await server.connection.sendRequest(PrepareRenameRequest.type, place)) === null, false);
		const edit = await server.connection.sendRequest(RenameRequest.type, { ...place, newName: "Purchase" });
		const starts = (edit?.changes?.[textDocument.uri] ?? []).map(({ range }) => range.start);
		assert.deepEqual(starts, [positionBehind(text, "#/definitions/"), first.range.start]);
		const refused = server.connection.sendRequest(RenameRequest.type, { ...place, newName: "an order" });
		await assert.rejects(refused, /only letters and digits/);
	});

	test("the files that the app's document names are links, and what is no file is none", async () => {
		const links = await server.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: app } });
		const lines = document.split("\n");
		const found = (links ?? []).map(({ range: { start, end }, target }) => {
			return [lines[start.line]?.slice(start.character, end.character), target];
		});
		assert.ok(found.some(([text, target]) => /create-order\.request\.vtl/.test(text ?? "") && target === create));
		assert.ok(
			found.some(([text, target]) => text === "createOrder.handler" && target?.endsWith("/src/createOrder.ts")),
		);
		assert.ok(found.every(([, target]) => /\.(vtl|ts)$/.test(target ?? "")));
	});

	test("inside of the app's document the features answer in place", async () => {
		const line = document.split("\n").findIndex((it) => it.includes("$input.json(") || it.includes("$context."));
		const text = document.split("\n")[line] ?? "";
		assert.notEqual(line, -1);
		const character = text.search(/\$(input|context)/) + 3;
		const hover = await server.connection.sendRequest(HoverRequest.type, {
			textDocument: { uri: app },
			position: { line, character },
		});
		assert.equal(hover?.range?.start.line, line);
	});
});

function positionBehind(text: string, behind: string) {
	const offset = text.indexOf(behind) + behind.length;
	const lines = text.slice(0, offset).split("\n");
	return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function isList(answer: unknown): answer is { readonly items: readonly unknown[] } {
	return typeof answer === "object" && answer !== null && "items" in answer && Array.isArray(answer.items);
}
