import fc from "fast-check";
import type { Json } from "../call.ts";
import { scalar, sound, type Value, value } from "./values.ts";

/** An expression whose `?` are the places of its values, in order; a word with `#` is a placeholder for the name after it. */
export type Written = { readonly text: string; readonly values: readonly Value[] };

const join = (parts: readonly Written[], text: (texts: readonly string[]) => string): Written => ({
	text: text(parts.map((part) => part.text)),
	values: parts.flatMap((part) => part.values),
});
const plain = (text: string): Written => ({ text, values: [] });

const attributePath = fc.oneof(
	{
		weight: 20,
		arbitrary: fc.constantFrom("a", "b", "c", "m", "l", "v", "g", "m.p", "m.q", "l[0]", "l[1]", "a.p", "b[0]", "#a"),
	},
	{ weight: 3, arbitrary: fc.constantFrom("#m.p", "#m.#p", "m.p.q", "l[0][1]", "l[0].p", "nowhere", "l[7]", "#size") },
	// A key, a reserved word, and what is no path.
	{ weight: 1, arbitrary: fc.constantFrom("h", "r", "size", "name", "m.count", "l[-1]", "l[x]", "_a", "1a", "a-b") },
);
const path: fc.Arbitrary<Written> = attributePath.map(plain);
const literal: fc.Arbitrary<Written> = value.map((it) => ({ text: "?", values: [it] }));
const soundLiteral: fc.Arbitrary<Written> = sound.map((it) => ({ text: "?", values: [it] }));
const scalarLiteral: fc.Arbitrary<Written> = scalar.map((it) => ({ text: "?", values: [it] }));
const operand = fc.oneof(
	{ weight: 6, arbitrary: path },
	{ weight: 6, arbitrary: literal },
	{ weight: 1, arbitrary: path.map((it) => join([it], ([inner]) => `size(${inner})`)) },
	{
		weight: 1,
		arbitrary: fc
			.constantFrom("size(?)", "attribute_exists(a)", "nothing(a)")
			.map((text) => ({ text, values: text === "size(?)" ? [{ S: "x" }] : [] })),
	},
);
/** Of one type with an order, in most cases: the others are refused. */
const orderedLiteral = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.constantFrom("0", "1", "2", "-1.5").map((N): Written => ({ text: "?", values: [{ N }] })),
	},
	{ weight: 2, arbitrary: fc.constantFrom("x", "xy", "Y").map((S): Written => ({ text: "?", values: [{ S }] })) },
	{ weight: 1, arbitrary: soundLiteral },
);
const ordered = fc.oneof({ weight: 3, arbitrary: path }, { weight: 6, arbitrary: orderedLiteral });
const typeName = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom("S", "N", "L", "M", "SS", "NULL", "BOOL", "B") },
	{ weight: 1, arbitrary: fc.constantFrom("x", "s", "") },
);
const comparison = fc
	.oneof(
		fc.tuple(operand, fc.constantFrom("=", "<>"), operand),
		fc.tuple(path, fc.constantFrom("<", "<=", ">", ">="), ordered),
	)
	.map(([left, operator, right]) => join([left, right], ([a, b]) => `${a} ${operator} ${b}`));
const called = (name: string, parts: readonly Written[]) => join(parts, (texts) => `${name}(${texts.join(", ")})`);
const simple: fc.Arbitrary<Written> = fc.oneof(
	{ weight: 6, arbitrary: comparison },
	{
		weight: 2,
		arbitrary: fc
			.tuple(path, orderedLiteral, ordered)
			.map((it) => join(it, ([a, b, c]) => `${a} BETWEEN ${b} AND ${c}`)),
	},
	{
		weight: 2,
		arbitrary: fc
			.tuple(path, fc.array(operand, { minLength: 1, maxLength: 3 }))
			.map(([it, others]) => join([it, ...others], ([a, ...rest]) => `${a} IN (${rest.join(", ")})`)),
	},
	{
		weight: 3,
		arbitrary: fc
			.tuple(fc.constantFrom("begins_with", "contains"), path, fc.oneof(scalarLiteral, path))
			.map(([name, a, b]) => called(name, [a, b])),
	},
	{
		weight: 1,
		arbitrary: fc.tuple(path, typeName).map(([a, S]) => called("attribute_type", [a, { text: "?", values: [{ S }] }])),
	},
	{
		weight: 3,
		arbitrary: fc
			.tuple(fc.constantFrom("attribute_exists", "attribute_not_exists"), path)
			.map(([name, a]) => called(name, [a])),
	},
	// Wrong counts and kinds of operands.
	{
		weight: 1,
		arbitrary: fc
			.tuple(
				fc.constantFrom("begins_with", "contains", "size", "attribute_exists", "attribute_type", "if_not_exists"),
				fc.array(operand, { maxLength: 3 }),
			)
			.map(([name, parts]) => called(name, parts)),
	},
);
const compound: fc.Arbitrary<Written> = fc.oneof(
	{ weight: 5, arbitrary: simple },
	{ weight: 1, arbitrary: simple.map((it) => join([it], ([inner]) => `NOT ${inner}`)) },
	{
		weight: 2,
		arbitrary: fc
			.tuple(simple, fc.constantFrom("AND", "OR", "and"), simple)
			.map(([a, word, b]) => join([a, b], ([first, second]) => `(${first}) ${word} ${second}`)),
	},
	{
		weight: 1,
		arbitrary: fc.tuple(simple, simple, simple).map((it) => join(it, ([a, b, c]) => `${a} OR ${b} AND NOT (${c})`)),
	},
);

const strayTokens = [
	"(",
	")",
	",",
	"=",
	"AND",
	"NOT",
	"?",
	"a",
	"#n",
	"BETWEEN",
	"IN",
	"SET",
	"+",
	".",
	"[",
	"1",
	"§",
	"<>",
	"==",
	'"x"',
];

/** Now and then with a token too many, one too few, or another. */
const sometimesBroken = (whole: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
	fc.oneof(
		{ weight: 12, arbitrary: whole },
		{
			weight: 1,
			arbitrary: fc
				.tuple(whole, fc.nat(30), fc.constantFrom("drop", "double", "replace", "end"), fc.constantFrom(...strayTokens))
				.map(([{ text, values }, at, what, stray]) => {
					const tokens = text.split(/(?<=\W)|(?=\W)/).filter((it) => it !== "");
					const place = tokens.length === 0 ? 0 : at % tokens.length;
					const old = tokens[place] ?? "";
					if (what === "drop") tokens.splice(place, 1);
					if (what === "double") tokens.splice(place, 0, old, " ");
					if (what === "replace") tokens.splice(place, 1, ` ${stray} `);
					if (what === "end") tokens.push(" ", stray);
					return { text: tokens.join(""), values: [...values, { S: "more" }, { N: "1" }] };
				}),
		},
	);

export const soundCondition = compound;
export const condition = sometimesBroken(compound);

const assigned = fc.oneof(
	{ weight: 3, arbitrary: literal },
	{ weight: 1, arbitrary: path },
	{
		weight: 3,
		arbitrary: fc
			.tuple(
				path,
				fc.constantFrom("+", "-"),
				fc.oneof(
					{
						weight: 3,
						arbitrary: fc
							.constantFrom("1", "-1.5", "0.1", "1E125")
							.map((N): Written => ({ text: "?", values: [{ N }] })),
					},
					{ weight: 1, arbitrary: operand },
				),
			)
			.map(([a, sign, b]) => join([a, b], ([first, second]) => `${first} ${sign} ${second}`)),
	},
	{
		weight: 2,
		arbitrary: fc
			.tuple(path, fc.array(scalar, { maxLength: 2 }), fc.boolean())
			.map(([a, L, front]) =>
				called("list_append", front ? [{ text: "?", values: [{ L }] }, a] : [a, { text: "?", values: [{ L }] }]),
			),
	},
	{ weight: 1, arbitrary: fc.tuple(path, operand).map((parts) => called("list_append", parts)) },
	{ weight: 2, arbitrary: fc.tuple(path, operand).map((parts) => called("if_not_exists", parts)) },
	{
		weight: 1,
		arbitrary: fc.tuple(path, fc.constantFrom("0", "5")).map(
			([a, N]): Written => ({
				text: `if_not_exists(${a.text}, ?) + ?`,
				values: [{ N }, { N: "1" }],
			}),
		),
	},
);
const assignment = fc.tuple(path, assigned).map((it) => join(it, ([a, b]) => `${a} = ${b}`));
const list = (word: string, part: fc.Arbitrary<Written>) =>
	fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => join(parts, (texts) => `${word} ${texts.join(", ")}`));
const addend = fc.oneof(
	{ weight: 2, arbitrary: fc.constantFrom("1", "-2.5").map((N): Written => ({ text: "?", values: [{ N }] })) },
	{
		weight: 2,
		arbitrary: fc
			.constantFrom<Value>({ SS: ["x", "w"] }, { NS: ["1", "9"] }, { BS: ["AA=="] })
			.map((it): Written => ({ text: "?", values: [it] })),
	},
	{ weight: 1, arbitrary: operand },
);
const topLevel = fc.constantFrom("a", "b", "c", "v", "#a").map(plain);
const adding = fc
	.tuple(fc.oneof({ weight: 3, arbitrary: topLevel }, { weight: 1, arbitrary: path }), addend)
	.map((it) => join(it, ([a, b]) => `${a} ${b}`));
const clauses = fc.oneof(
	{ weight: 6, arbitrary: list("SET", assignment) },
	{ weight: 2, arbitrary: list("REMOVE", path) },
	{ weight: 2, arbitrary: list("ADD", adding) },
	{ weight: 2, arbitrary: list("DELETE", adding) },
	{
		weight: 2,
		arbitrary: fc
			.tuple(list("SET", assignment), list("REMOVE", path))
			.map((it) => join(it, (texts) => texts.join(" "))),
	},
	{
		weight: 1,
		arbitrary: fc
			.tuple(list("ADD", adding), list("SET", assignment), list("DELETE", adding))
			.map((it) => join(it, (texts) => texts.join(" "))),
	},
);
export const update = sometimesBroken(clauses);
/** One SET or REMOVE, as PartiQL's UPDATE has them too. */
export const statementAssignment = fc.oneof(
	{ weight: 4, arbitrary: assignment.map((it) => join([it], ([text]) => `SET ${text}`)) },
	{ weight: 1, arbitrary: path.map((it) => join([it], ([text]) => `REMOVE ${text}`)) },
);

export const projection = sometimesBroken(
	fc.uniqueArray(attributePath, { minLength: 1, maxLength: 3 }).map((paths) => plain(paths.join(", "))),
);

/** An expression's members: each text with a name for each `?`, and beside them the values and the names. */
export function members(parts: Readonly<Record<string, Written | undefined>>): Json {
	const values: Record<string, Value> = {};
	const names: Record<string, string> = {};
	const texts: Record<string, string> = {};
	for (const [member, part] of Object.entries(parts)) {
		if (part === undefined) continue;
		let next = 0;
		texts[member] = part.text.replaceAll("?", () => {
			const name = `:v${Object.keys(values).length}`;
			values[name] = part.values[next++] ?? { S: "none" };
			return name;
		});
		for (const [placeholder, name] of part.text.matchAll(/#(\w+)/g)) if (name !== undefined) names[placeholder] = name;
	}
	return {
		...texts,
		...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
		...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
	};
}
