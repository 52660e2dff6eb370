import assert from "node:assert/strict";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import { isScalar, parseDocument, type Scalar, visit } from "yaml";
import { decodeScalar } from "../../../server/embedded/decodeScalar.ts";
import type { Decoding } from "../../../server/embedded/decoding.ts";
import { isCopy } from "../../../server/embedded/decoding.ts";
import { decodedMap } from "../../../server/embedded/textMap.ts";

suite("The text of a scalar and its places in the document", () => {
	const cases: readonly (readonly [title: string, host: string, text: string])[] = [
		["plain", "a: x $y", "x $y"],
		["plain over lines", "a: x\n  y\n\n  z", "x y\nz"],
		["single quotes", "a: 'it''s'", "it's"],
		["single quotes over lines", "a: 'x  \n   y\n\n\n  z '", "x y\n\nz "],
		["double quotes", 'a: "\\u0024x \\"q\\" \\x41\\/\\t"', '$x "q" A/\t'],
		["double quotes over lines", 'a: "x \\\n   y\n  z\n\n  w"', "x y z\nw"],
		["a surrogate pair in JSON", '{"a": "\\ud83d\\ude00$x"}', "😀$x"],
		["a literal block", "a: |\n  x\n    y\n\n  z\n", "x\n  y\n\nz\n"],
		["a literal block, stripped", "a: |-\n  x\n\n", "x"],
		["a literal block, kept", "a: |+\n  x\n\n", "x\n\n"],
		["a literal block with an indicator", "a: |1\n   x\n", "  x\n"],
		["a folded block", "a: >\n  x\n  y\n\n  z\n    w\n  v\n", "x y\nz\n  w\nv\n"],
		["CRLF", "a: |\r\n  x\r\n  y\r\n", "x\ny\n"],
		["an empty block", "a: |\nb: 1", ""],
		["a tagged block", "a: !Sub |\n  x\n", "x\n"],
	];
	for (const [title, host, text] of cases) {
		test(title, () => assert.equal(decodingIn(host)?.text, text));
	}

	test("is what the yaml package reads, of any scalar", () => {
		let seen = 0;
		const document = fc.oneof(...hosts);
		fc.assert(
			fc.property(document, (host) => {
				const scalar = valueIn(host);
				if (scalar === undefined) return;
				seen++;
				const decoding = decodeScalar(host, scalar);
				assert.equal(decoding?.text, scalar.value);
				if (decoding === undefined) return;
				checkPlaces(host, decoding);
				checkMap(decoding, host.length);
			}),
			{ numRuns: 6000 },
		);
		assert.ok(seen > 1500, `only ${seen} of the documents were valid`);
	});
});

/** Pieces tile the text, stand in order in the document, and a copy is the same on both sides. */
function checkPlaces(host: string, { text, pieces }: Decoding): void {
	let at = 0;
	let before = 0;
	for (const piece of pieces) {
		assert.equal(piece.at, at);
		assert.ok(piece.host >= before && piece.host + piece.hostLength <= host.length);
		if (isCopy(piece) && piece.length > 1)
			assert.equal(host.slice(piece.host, piece.host + piece.length), text.slice(at, at + piece.length));
		at += piece.length;
		before = piece.host + piece.hostLength;
	}
	assert.equal(at, text.length);
}

/** Each offset of the text has its place in the document, and comes back from there. */
function checkMap(decoding: Decoding, length: number): void {
	const map = decodedMap(decoding, { start: 0, end: length });
	let before = 0;
	for (let offset = 0; offset <= decoding.text.length; offset++) {
		const host = map.toHost(offset);
		assert.ok(host >= before);
		before = host;
		const last = decoding.pieces.at(-1);
		const atEnd = last?.hostLength === 0 ? last : undefined;
		const piece = decoding.pieces.find(({ at, length: units }) => at <= offset && offset < at + units) ?? atEnd;
		// What several units of the text came from together, leads to the first of them; a line end that is not there, before it.
		const expected = piece === undefined || isCopy(piece) ? offset : piece.at;
		assert.equal(map.toText(host), expected);
		const { start, end } = map.spanToHost({ start: offset, end: Math.min(offset + 1, decoding.text.length) });
		assert.ok(start === host && end >= start && end <= length);
	}
}

function decodingIn(host: string): Decoding | undefined {
	const scalar = valueIn(host);
	return scalar === undefined ? undefined : decodeScalar(host, scalar);
}

function valueIn(host: string): Scalar | undefined {
	const document = parseDocument(host, { keepSourceTokens: true, logLevel: "silent" });
	if (document.errors.length > 0) return undefined;
	let found: Scalar | undefined;
	visit(document, {
		Pair: (_, { key, value }) => {
			if (isScalar(key) && key.value === "a" && isScalar(value) && typeof value.value === "string") found ??= value;
		},
	});
	return found;
}

const word = fc.constantFrom("x", "$y", "#if", "'", "''", "é", "😀", "{", ":", " ", "  ", "\t", "\\", "a b");
const line = fc.array(word, { maxLength: 5 }).map((words) => words.join(""));
const newLine = fc.constantFrom("\n", "\r\n");
const escape = fc.constantFrom(
	"\\n",
	"\\\\",
	'\\"',
	"\\u0024",
	"\\ud83d\\ude00",
	"\\U0001F600",
	"\\x41",
	"\\ ",
	"\\\t",
	"\\/",
);

const block = fc
	.record({
		mode: fc.constantFrom("|", ">"),
		indicator: fc.constantFrom("", "", "1", "2", "4"),
		chomp: fc.constantFrom("", "-", "+"),
		lines: fc.array(fc.tuple(fc.constantFrom("", "  ", "    ", "     "), line), { maxLength: 7 }),
		newLine,
		nested: fc.boolean(),
		end: fc.constantFrom("", "b: 1"),
	})
	.map(({ mode, indicator, chomp, lines, newLine: nl, nested, end }) => {
		const body = lines.map(([indent, text]) => `${nested ? "  " : ""}${indent}${text}`);
		const head = nested ? `c:${nl}  a: ` : "a: ";
		return [`${head}${mode}${indicator}${chomp}`, ...body, end].join(nl);
	});

const single = fc
	.record({ lines: fc.array(line, { minLength: 1, maxLength: 5 }), newLine })
	.map(({ lines, newLine: nl }) => `a: '${lines.join(`${nl}  `).replace(/'+/g, "''")}'`);

const plain = fc
	.record({ lines: fc.array(line, { minLength: 1, maxLength: 5 }), newLine })
	.map(({ lines, newLine: nl }) => `a: x${lines.join(`${nl}  `)}`);

const double = fc
	.record({
		lines: fc.array(fc.array(fc.oneof(word, escape), { maxLength: 5 }), { minLength: 1, maxLength: 5 }),
		newLine,
		broken: fc.constantFrom("", "", "\\"),
	})
	.map(({ lines, newLine: nl, broken }) => `a: "${lines.map((words) => words.join("")).join(`${broken}${nl}  `)}."`);

const json = fc.oneof(fc.string(), line).map((text) => JSON.stringify({ b: 1, a: text }, undefined, 2));

const hosts = [block, block, single, plain, double, json];
