import assert from "node:assert/strict";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import { readHost } from "../../../server/embedded/hostDocument.ts";
import { applied, hostEdits } from "../../../server/embedded/hostEdits.ts";
import { type TemplateString, templateSlots } from "../../../server/embedded/templateStrings.ts";

suite("Editing a template in its document", () => {
	const cases: readonly (readonly [title: string, host: string, from: string, to: string, result: string])[] = [
		["a literal block", block("|", "$a", "b"), "$a", "x\ny", block("|", "x", "y", "b")],
		["a line's end in a literal block", block("|", "$a", "$b", "c"), "$a\n", "", block("|", "$b", "c")],
		["a folded block", block(">", "$a", "b"), "$a", "x", block(">", "x", "b")],
		["double quotes", flow('"$a\\n$b"'), "$b", '"\n\\', flow('"$a\\n\\"\\n\\\\"')],
		["single quotes", flow("'$a $b'"), "$b", "it's", flow("'$a it''s'")],
		["plain", flow("x $b"), "$b", "$c", flow("x $c")],
		["plain, which cannot hold it", flow("x $b"), "$b", " # ${c}: {}", flow('"x  # ${c}: {}"')],
		["JSON", json('x "$a" é'), "$a", "a\tb\\", json('x "a\tb\\" é')],
		["Fn::Sub", flow('!Sub "${A}${!b}"'), "${b}", "${c}", flow('!Sub "${A}${!c}"')],
	];
	for (const [title, host, from, to, result] of cases) {
		test(title, () => {
			const slot = slotIn(host);
			const start = slot.text.indexOf(from);
			assert.notEqual(start, -1);
			assert.equal(applied(host, hostEdits(host, slot, [{ start, end: start + from.length, newText: to }])), result);
		});
	}

	test("whatever is written, it reads back", () => {
		const text = fc.array(
			fc.constantFrom("$a", "#if(true)", "\n", " ", "'", '"', "\\", "{", "}", ": ", "#", "é😀", "\t"),
			{
				minLength: 1,
				maxLength: 12,
			},
		);
		const style = fc.constantFrom("|", "|-", "|+", ">", "double", "single", "json");
		fc.assert(
			fc.property(style, text, text, fc.nat(20), fc.nat(20), (how, before, words, a, b) => {
				const host = written(how, before.join(""));
				const slot = slotIn(host);
				const [start = 0, end = 0] = [a, b].map((it) => Math.min(it, slot.text.length)).toSorted((x, y) => x - y);
				if (splitsSurrogates(slot.text, start) || splitsSurrogates(slot.text, end)) return;
				const edit = { start, end, newText: words.join("") };
				const edited = applied(host, hostEdits(host, slot, [edit]));
				assert.equal(slotIn(edited).text, applied(slot.text, [edit]));
			}),
			{ numRuns: 500 },
		);
	});
});

function written(how: string, text: string): string {
	if (how === "double") return flow(JSON.stringify(text));
	if (how === "single") return flow(`'${text.replaceAll("'", "''").replaceAll("\n", "\n\n      ")}'`);
	return how === "json" ? json(text) : block(how, ...`x${text}`.split("\n"));
}

function splitsSurrogates(text: string, at: number): boolean {
	return /[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "");
}

function block(header: string, ...lines: readonly string[]): string {
	return flow([header, ...lines.map((line) => `      ${line}`)].join("\n"));
}

function flow(value: string): string {
	return `Integration:\n  RequestTemplates:\n    application/json: ${value}\n    text/plain: ""\n`;
}

function json(text: string): string {
	return JSON.stringify({ requestTemplates: { "application/json": text } });
}

function slotIn(host: string): TemplateString {
	const [slot] = templateSlots(readHost(host));
	assert.ok(slot?.kind === "string", host);
	return slot;
}
