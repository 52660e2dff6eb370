import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { loadModel } from "../../emulator/aws/model.ts";
import { modelBodies } from "./modelBodies.ts";

/** A request as bytes and headers, from nearly right to anything at all. */
export type Attack = {
	readonly target: string;
	readonly body: Uint8Array;
	readonly headers: Readonly<Record<string, string>>;
};

const models = { DynamoDB_20120810: loadModel("dynamodb"), DynamoDBStreams_20120810: loadModel("dynamodbstreams") };
const operations = Object.entries(models).flatMap(([prefix, model]) =>
	Object.entries(model.operations).map(([name, { input }]) => ({
		target: `${prefix}.${name}`,
		bodies: modelBodies(model, input),
	})),
);

/** Those that apps send all day are asked more often. */
const common = operations.filter(({ target }) =>
	/(Item|Items|Query|Scan|Statement|Transaction|CreateTable|UpdateTable|GetRecords)$/.test(target),
);

/** Any operation with members of its model, some of them wrong. */
const meant = fc
	.oneof({ weight: 2, arbitrary: fc.constantFrom(...common) }, { weight: 1, arbitrary: fc.constantFrom(...operations) })
	.chain(({ target, bodies }) => bodies.map((body) => ({ target, text: JSON.stringify(body) ?? "" })));

const targets = fc.constantFrom(...operations.map(({ target }) => target));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;

const spoiled: fc.Arbitrary<Omit<Attack, "headers">> = fc.oneof(
	meant.chain(({ target, text }) => fc.nat(text.length).map((end) => ({ target, body: bytesOf(text.slice(0, end)) }))),
	fc.tuple(meant, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 4 })).map(([{ target, text }, at, junk]) => {
		const body = bytesOf(text);
		body.set(junk.slice(0, Math.max(0, body.length - 1)), at % Math.max(1, body.length - junk.length));
		return { target, body };
	}),
	// The same name twice, and numbers beyond what JSON's reader can hold.
	meant.map(({ target, text }) => ({
		target,
		body: bytesOf(text.replace("{", '{"TableName":"fuzzed","TableName":7,')),
	})),
	meant.map(({ target, text }) => ({ target, body: bytesOf(text.replaceAll(/\b\d+\b/g, `1${"0".repeat(400)}`)) })),
	fc.tuple(targets, fc.uint8Array({ maxLength: 200 })).map(([target, body]) => ({ target, body })),
	fc
		.tuple(
			targets,
			fc.constantFrom("null", "true", "7", '"x"', "[]", "[{}]", "{", "", " ", "\ufeff{}", '{"a":1}x', "{'a':1}", "NaN"),
		)
		.map(([target, text]) => ({ target, body: bytesOf(text) })),
);

const put = (value: string) => bytesOf(`{"TableName":"fuzzed","Item":{"h":{"S":"a"},"r":{"N":"1"},"a":${value}}}`);
const deep: fc.Arbitrary<Omit<Attack, "headers">> = fc
	.tuple(fc.constantFrom(31, 33, 1000, 20_000, 200_000), fc.constantFrom("L", "M", "[", "("))
	.map(([depth, kind]) => {
		const target = kind === "(" ? "DynamoDB_20120810.Scan" : "DynamoDB_20120810.PutItem";
		if (kind === "L") return { target, body: put(`${'{"L":['.repeat(depth)}${"]}".repeat(depth)}`) };
		if (kind === "M") return { target, body: put(`${'{"M":{"x":'.repeat(depth)}{"S":"x"}${"}}".repeat(depth)}`) };
		if (kind === "[") return { target, body: put(nested("[", "]", depth)) };
		const FilterExpression = nested("(", ")", Math.min(depth, 3000));
		return { target, body: bytesOf(JSON.stringify({ TableName: "fuzzed", FilterExpression })) };
	});

const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, 32));
const zipped: fc.Arbitrary<Attack> = fc.oneof(
	targets.map((target) => ({ target, body: bomb, headers: { "content-encoding": "gzip" } })),
	fc
		.tuple(targets, fc.uint8Array({ maxLength: 40 }))
		.map(([target, body]) => ({ target, body, headers: { "content-encoding": "gzip" } })),
	meant.map(({ target, text }) => ({ target, body: gzipSync(text), headers: { "content-encoding": "gzip" } })),
);
const big: fc.Arbitrary<Attack> = fc
	.constantFrom(450_000, 4_000_000, 20_000_000)
	.map((size) => ({ target: "DynamoDB_20120810.PutItem", body: put(`{"S":"${"x".repeat(size)}"}`), headers: {} }));

const headers: fc.Arbitrary<Attack["headers"]> = fc.constantFrom<Attack["headers"]>(
	{ "content-type": "text/plain" },
	{ "content-type": "application/x-www-form-urlencoded" },
	{ "content-encoding": "br" },
	{ authorization: "AWS4-HMAC-SHA256 nonsense" },
	{ authorization: "" },
	{ "x-amz-date": "yesterday" },
	{ expect: "100-continue" },
);
const oddTarget = fc.oneof(
	fc.constantFrom(
		"",
		".",
		"DynamoDB_20120810",
		"DynamoDB_20120810.",
		"DynamoDB_20120810.Nothing",
		"DynamoDB_20111205.GetItem",
		"x.y.z",
	),
	fc.string({ maxLength: 20 }).map((it) => it.replaceAll(/[^\x20-\x7e]/g, "?")),
);

export const attacks: fc.Arbitrary<Attack> = fc.oneof(
	{ weight: 60, arbitrary: meant.map(({ target, text }) => ({ target, body: bytesOf(text), headers: {} })) },
	{ weight: 25, arbitrary: spoiled.map((it) => ({ ...it, headers: {} })) },
	{ weight: 3, arbitrary: deep.map((it) => ({ ...it, headers: {} })) },
	{ weight: 1, arbitrary: zipped },
	{ weight: 1, arbitrary: big },
	{
		weight: 5,
		arbitrary: fc.tuple(meant, headers).map(([{ target, text }, it]) => ({ target, body: bytesOf(text), headers: it })),
	},
	{
		weight: 3,
		arbitrary: fc
			.tuple(oddTarget, fc.uint8Array({ maxLength: 20 }))
			.map(([target, body]) => ({ target, body, headers: {} })),
	},
);
