import fc from "fast-check";
import type { Json } from "../call.ts";
import type { KeyType } from "./values.ts";

export type Attribute = { readonly name: string; readonly type: KeyType };
export type KeyAttributes = { readonly hash: Attribute; readonly range: Attribute | undefined };
export type IndexPlan = {
	readonly name: string;
	readonly local: boolean;
	readonly key: KeyAttributes;
	readonly projection: Json;
};
/** What the other arbitraries need to know of a table, and the request that makes it. */
export type TablePlan = {
	readonly name: string;
	readonly key: KeyAttributes;
	readonly indexes: readonly IndexPlan[];
	readonly request: Json;
};

/** The one table of a scenario; each scenario makes it anew. */
const tableName = "conformance";
/** Not part of the table's key, of a type that each table chooses; `v` is one that only projections name. */
const indexAttributes = ["g", "i", "j"] as const;

const type = fc.constantFrom<KeyType>("S", "N", "B");
const projection: fc.Arbitrary<Json> = fc.oneof(
	fc.constant({ ProjectionType: "ALL" }),
	fc.constant({ ProjectionType: "KEYS_ONLY" }),
	fc
		.constantFrom(["a"], ["a", "m"], ["v"])
		.map((NonKeyAttributes) => ({ ProjectionType: "INCLUDE", NonKeyAttributes })),
);
const view = fc.constantFrom("KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES");
const index = fc.record({
	hash: fc.constantFrom(...indexAttributes),
	range: fc.option(fc.constantFrom(...indexAttributes, "h", "r"), { nil: undefined }),
	projection,
});

/** Tables with a simple or composite key of any types, up to three global and two local indexes, and a stream. */
export const tables: fc.Arbitrary<TablePlan> = fc
	.record({
		hash: type,
		range: fc.option(type, { nil: undefined, freq: 4 }),
		types: fc.record({ g: type, i: type, j: type }),
		globals: fc.array(index, { maxLength: 3 }),
		locals: fc.array(fc.record({ range: fc.constantFrom(...indexAttributes), projection }), { maxLength: 2 }),
		view,
	})
	.map(({ hash, range, types, globals, locals, view: StreamViewType }) => {
		const key: KeyAttributes = {
			hash: { name: "h", type: hash },
			range: range && { name: "r", type: range },
		};
		const attribute = (name: "g" | "i" | "j" | "h" | "r"): Attribute =>
			name === "h" ? key.hash : name === "r" ? (key.range ?? key.hash) : { name, type: types[name] };
		const indexes: IndexPlan[] = globals.map((it, number) => {
			const second = it.range === undefined || it.range === it.hash ? undefined : attribute(it.range);
			return {
				name: `global${number}`,
				local: false,
				key: { hash: attribute(it.hash), range: second },
				projection: it.projection,
			};
		});
		if (key.range !== undefined) {
			for (const [number, it] of locals.entries()) {
				const second = attribute(it.range);
				indexes.push({
					name: `local${number}`,
					local: true,
					key: { hash: key.hash, range: second },
					projection: it.projection,
				});
			}
		}
		return { name: tableName, key, indexes, request: createRequest(key, indexes, StreamViewType) };
	});

function createRequest(key: KeyAttributes, indexes: readonly IndexPlan[], StreamViewType: string): Json {
	const used = new Map([key, ...indexes.map((it) => it.key)].flatMap(attributesOf).map((it) => [it.name, it.type]));
	const described = (local: boolean) =>
		indexes
			.filter((it) => it.local === local)
			.map((it) => ({ IndexName: it.name, KeySchema: schemaOf(it.key), Projection: it.projection }));
	const [globals, locals] = [described(false), described(true)];
	return {
		TableName: tableName,
		BillingMode: "PAY_PER_REQUEST",
		AttributeDefinitions: [...used].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
		KeySchema: schemaOf(key),
		...(globals.length > 0 && { GlobalSecondaryIndexes: globals }),
		...(locals.length > 0 && { LocalSecondaryIndexes: locals }),
		StreamSpecification: { StreamEnabled: true, StreamViewType },
	};
}

export function attributesOf({ hash, range }: KeyAttributes): readonly Attribute[] {
	return range === undefined ? [hash] : [hash, range];
}

function schemaOf({ hash, range }: KeyAttributes) {
	const first = { AttributeName: hash.name, KeyType: "HASH" };
	return range === undefined ? [first] : [first, { AttributeName: range.name, KeyType: "RANGE" }];
}
