import fc from "fast-check";

/** A request to DynamoDB: an operation's name and its members, as JSON. */
export type Call = { readonly operation: string; readonly request: Readonly<Record<string, unknown>> };

/** One operation on the table of `tableRequest`, after an item has been put at the place that it may write to. */
export type Case = { readonly before: Call | undefined; readonly call: Call };

const TableName = "conformance";

export const tableRequest = {
	TableName,
	BillingMode: "PAY_PER_REQUEST",
	AttributeDefinitions: [
		{ AttributeName: "pk", AttributeType: "S" },
		{ AttributeName: "sk", AttributeType: "N" },
		{ AttributeName: "g", AttributeType: "S" },
	],
	KeySchema: [
		{ AttributeName: "pk", KeyType: "HASH" },
		{ AttributeName: "sk", KeyType: "RANGE" },
	],
	GlobalSecondaryIndexes: [
		{
			IndexName: "byG",
			KeySchema: [
				{ AttributeName: "g", KeyType: "HASH" },
				{ AttributeName: "sk", KeyType: "RANGE" },
			],
			Projection: { ProjectionType: "ALL" },
		},
	],
};

type Value = Readonly<Record<string, unknown>>;

/** Values as requests have them; binary ones in base 64. */
const scalar: fc.Arbitrary<Value> = fc.oneof(
	fc.constantFrom("x", "xy", "Y", "é", "").map((S) => ({ S })),
	fc.constantFrom("0", "1", "-1.5", "10", "1E3", "0.30").map((N) => ({ N })),
	fc.boolean().map((BOOL) => ({ BOOL })),
	fc.constant({ NULL: true }),
	fc.constantFrom("AA==", "AQI=").map((B) => ({ B })),
);
const value: fc.Arbitrary<Value> = fc.oneof(
	{ weight: 4, arbitrary: scalar },
	{ weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom("x", "y", "z"), { minLength: 1 }).map((SS) => ({ SS })) },
	{ weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom("1", "2", "3"), { minLength: 1 }).map((NS) => ({ NS })) },
	{ weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }).map((L) => ({ L })) },
	{ weight: 1, arbitrary: fc.dictionary(fc.constantFrom("p", "q"), scalar).map((M) => ({ M })) },
);
const attribute = fc.constantFrom("a", "b", "c", "m.p", "m.q", "l[0]", "l[1]", "a.p", "b[0]");
const key = fc.record({ pk: fc.constantFrom("k", "j"), sk: fc.integer({ min: 0, max: 3 }) });
type Key = { readonly pk: string; readonly sk: number };
const keyOf = ({ pk, sk }: Key) => ({ pk: { S: pk }, sk: { N: String(sk) } });

const attributes = fc.record(
	{
		a: value,
		b: value,
		c: value,
		m: fc.dictionary(fc.constantFrom("p", "q"), scalar).map((M) => ({ M })),
		l: fc.array(scalar, { maxLength: 3 }).map((L) => ({ L })),
		g: fc.constantFrom({ S: "x" }, { S: "y" }),
	},
	{ requiredKeys: [] },
);

/** `?` in a written condition is the place of its next value. */
type Written = { readonly text: string; readonly values: readonly Value[] };

const join = (parts: readonly Written[], text: (texts: readonly string[]) => string): Written => ({
	text: text(parts.map((part) => part.text)),
	values: parts.flatMap((part) => part.values),
});
const path: fc.Arbitrary<Written> = attribute.map((text) => ({ text, values: [] }));
const literal: fc.Arbitrary<Written> = value.map((it) => ({ text: "?", values: [it] }));
const operand = fc.oneof(
	{ weight: 3, arbitrary: path },
	{ weight: 3, arbitrary: literal },
	{ weight: 1, arbitrary: path.map((it) => join([it], ([inner]) => `size(${inner})`)) },
);
/** What has an order, in most cases: the others are refused. */
const ordered = fc.oneof(
	{ weight: 3, arbitrary: path },
	{
		weight: 4,
		arbitrary: fc.constantFrom("0", "1", "2", "-1.5").map((N): Written => ({ text: "?", values: [{ N }] })),
	},
	{ weight: 2, arbitrary: fc.constantFrom("x", "xy", "Y").map((S): Written => ({ text: "?", values: [{ S }] })) },
	{ weight: 1, arbitrary: operand },
);
const text: fc.Arbitrary<Written> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.constantFrom("x", "S", "N", "L").map((S): Written => ({ text: "?", values: [{ S }] })),
	},
	{ weight: 1, arbitrary: literal },
);
const comparison = fc
	.oneof(
		fc.tuple(operand, fc.constantFrom("=", "<>"), operand),
		fc.tuple(path, fc.constantFrom("<", "<=", ">", ">="), ordered),
	)
	.map(([left, operator, right]) => join([left, right], ([a, b]) => `${a} ${operator} ${b}`));
const simple = fc.oneof(
	{ weight: 4, arbitrary: comparison },
	{
		weight: 1,
		arbitrary: fc.tuple(path, literal, literal).map((it) => join(it, ([a, b, c]) => `${a} BETWEEN ${b} AND ${c}`)),
	},
	{
		weight: 1,
		arbitrary: fc.tuple(path, literal, literal).map((it) => join(it, ([a, b, c]) => `${a} IN (${b}, ${c})`)),
	},
	{
		weight: 2,
		arbitrary: fc
			.tuple(fc.constantFrom("begins_with", "contains", "attribute_type"), path, text)
			.map(([name, a, b]) => join([a, b], ([first, second]) => `${name}(${first}, ${second})`)),
	},
	{
		weight: 1,
		arbitrary: fc
			.tuple(fc.constantFrom("attribute_exists", "attribute_not_exists"), path)
			.map(([name, a]) => join([a], ([first]) => `${name}(${first})`)),
	},
);
const condition: fc.Arbitrary<Written> = fc.oneof(
	{ weight: 4, arbitrary: simple },
	{ weight: 1, arbitrary: simple.map((it) => join([it], ([inner]) => `NOT ${inner}`)) },
	{
		weight: 2,
		arbitrary: fc
			.tuple(simple, fc.constantFrom("AND", "OR"), simple)
			.map(([a, word, b]) => join([a, b], ([first, second]) => `(${first}) ${word} ${second}`)),
	},
);

const assignment = fc.oneof(
	fc.tuple(path, literal).map((it) => join(it, ([a, b]) => `SET ${a} = ${b}`)),
	fc
		.tuple(path, path, fc.constantFrom("+", "-"), literal)
		.map(([a, b, sign, c]) => join([a, b, c], (it) => `SET ${it[0]} = ${it[1]} ${sign} ${it[2]}`)),
	fc.tuple(path, path, literal).map((it) => join(it, ([a, b, c]) => `SET ${a} = list_append(${b}, ${c})`)),
	fc.tuple(path, path, literal).map((it) => join(it, ([a, b, c]) => `SET ${a} = if_not_exists(${b}, ${c})`)),
	path.map((it) => join([it], ([a]) => `REMOVE ${a}`)),
);
const setAction = fc
	.tuple(fc.constantFrom("ADD", "DELETE"), path, literal)
	.map(([word, a, b]) => join([a, b], (it) => `${word} ${it[0]} ${it[1]}`));

/** An expression's members: its text with a name for each `?`, and their values beside it. */
function members(parts: Readonly<Record<string, Written | undefined>>) {
	const values: Record<string, Value> = {};
	const texts: Record<string, string> = {};
	for (const [member, part] of Object.entries(parts)) {
		if (part === undefined) continue;
		let next = 0;
		texts[member] = part.text.replaceAll("?", () => {
			const name = `:v${Object.keys(values).length}`;
			values[name] = part.values[next++] ?? {};
			return name;
		});
	}
	return { ...texts, ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }) };
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const putBefore = fc.record({ at: key, others: attributes });
const write = <T>(shape: fc.Arbitrary<T>, call: (at: Key, shape: T) => Call): fc.Arbitrary<Case> =>
	fc.tuple(putBefore, fc.boolean(), shape).map(([{ at, others }, there, it]) => ({
		before: there
			? { operation: "PutItem", request: { TableName, Item: { ...keyOf(at), ...others } } }
			: { operation: "DeleteItem", request: { TableName, Key: keyOf(at) } },
		call: call(at, it),
	}));

const puts = write(fc.tuple(attributes, maybe(condition)), (at, [others, only]) => ({
	operation: "PutItem",
	request: {
		TableName,
		Item: { ...keyOf(at), ...others },
		ReturnValues: "ALL_OLD",
		...members({ ConditionExpression: only }),
	},
}));
const deletes = write(maybe(condition), (at, only) => ({
	operation: "DeleteItem",
	request: { TableName, Key: keyOf(at), ReturnValues: "ALL_OLD", ...members({ ConditionExpression: only }) },
}));
const returns = fc.constantFrom("ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW");
const updates = write(
	fc.tuple(
		fc.oneof({ weight: 4, arbitrary: assignment }, { weight: 1, arbitrary: setAction }),
		maybe(condition),
		returns,
	),
	(at, [UpdateExpression, ConditionExpression, ReturnValues]) => ({
		operation: "UpdateItem",
		request: { TableName, Key: keyOf(at), ReturnValues, ...members({ UpdateExpression, ConditionExpression }) },
	}),
);

const keyText = fc.oneof(
	fc.constant({ text: "pk = ?", values: [{ S: "k" }] }),
	fc
		.tuple(fc.constantFrom("=", "<", "<=", ">", ">="), fc.integer({ min: 0, max: 3 }))
		.map(([operator, at]) => ({ text: `pk = ? AND sk ${operator} ?`, values: [{ S: "k" }, { N: String(at) }] })),
	fc.constant({ text: "pk = ? AND sk BETWEEN ? AND ?", values: [{ S: "j" }, { N: "1" }, { N: "2" }] }),
);
const reading = fc.tuple(maybe(condition), maybe(attribute), maybe(fc.integer({ min: 1, max: 4 })));
const reads: fc.Arbitrary<Case> = fc.oneof(
	fc
		.tuple(keyText, reading, fc.boolean())
		.map(([KeyConditionExpression, [FilterExpression, ProjectionExpression, Limit], ScanIndexForward]) => ({
			before: undefined,
			call: {
				operation: "Query",
				request: {
					TableName,
					ScanIndexForward,
					ProjectionExpression,
					Limit,
					...members({ KeyConditionExpression, FilterExpression }),
				},
			},
		})),
	fc.tuple(maybe(condition), maybe(attribute)).map(([FilterExpression, ProjectionExpression]) => ({
		before: undefined,
		call: { operation: "Scan", request: { TableName, ProjectionExpression, ...members({ FilterExpression }) } },
	})),
);

const execute = (Statement: string, values: readonly Value[]): Call => ({
	operation: "ExecuteStatement",
	request: { Statement, ...(values.length > 0 && { Parameters: values }) },
});
const andAlso = (only: Written | undefined) => (only === undefined ? "" : ` AND (${only.text})`);
const whereKey = ({ pk, sk }: Key) => `WHERE pk = '${pk}' AND sk = ${sk}`;
const statements: fc.Arbitrary<Case> = fc.oneof(
	fc.tuple(keyText, maybe(condition), fc.constantFrom("*", "a", "pk, sk, m.p, l[0]")).map(([keyed, only, columns]) => ({
		before: undefined,
		call: execute(`SELECT ${columns} FROM ${TableName} WHERE ${keyed.text}${andAlso(only)}`, [
			...keyed.values,
			...(only?.values ?? []),
		]),
	})),
	write(fc.tuple(assignment, maybe(condition), fc.constantFrom("ALL OLD", "ALL NEW")), (at, [set, only, what]) =>
		execute(`UPDATE ${TableName} ${set.text} ${whereKey(at)}${andAlso(only)} RETURNING ${what} *`, [
			...set.values,
			...(only?.values ?? []),
		]),
	),
	write(maybe(condition), (at, only) =>
		execute(`DELETE FROM ${TableName} ${whereKey(at)}${andAlso(only)} RETURNING ALL OLD *`, only?.values ?? []),
	),
	write(value, (at, it) => execute(`INSERT INTO ${TableName} VALUE {'pk': '${at.pk}', 'sk': ${at.sk}, 'a': ?}`, [it])),
);

export const cases: fc.Arbitrary<Case> = fc.oneof(
	{ weight: 1, arbitrary: puts },
	{ weight: 1, arbitrary: deletes },
	{ weight: 3, arbitrary: updates },
	{ weight: 2, arbitrary: reads },
	{ weight: 3, arbitrary: statements },
);
