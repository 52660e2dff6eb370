import fc from "fast-check";

/** A value as requests have it; binary ones in base 64. */
export type Value = Readonly<Record<string, unknown>>;
export type KeyType = "S" | "N" | "B";

const numbers = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom("0", "1", "2", "3", "-1.5", "10", "1E3", "0.30", "+7", "007", "-0") },
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			"12345678901234567890123456789012345678",
			"-0.00000000000000000000000000000000000012345678901234567890123456789012345678",
			"9.9999999999999999999999999999999999999E+125",
			"-9.9999999999999999999999999999999999999E+125",
			"1E-130",
			"1e125",
			"0.1",
			"0.2",
		),
	},
);
const texts = fc.constantFrom("x", "xy", "Y", "é", "😀", "", "S", "3");
const bytes = fc.constantFrom("AA==", "AQI=", "AQ==", "/w==", "eA==");

export const scalar: fc.Arbitrary<Value> = fc.oneof(
	{ weight: 3, arbitrary: texts.map((S) => ({ S })) },
	{ weight: 3, arbitrary: numbers.map((N) => ({ N })) },
	{ weight: 1, arbitrary: fc.boolean().map((BOOL) => ({ BOOL })) },
	{ weight: 1, arbitrary: fc.constant({ NULL: true }) },
	{ weight: 1, arbitrary: bytes.map((B) => ({ B })) },
);

const set = fc.oneof(
	fc.uniqueArray(fc.constantFrom("x", "y", "z"), { minLength: 1 }).map((SS) => ({ SS })),
	fc.uniqueArray(fc.constantFrom("1", "2", "3", "-1.5", "1E3"), { minLength: 1 }).map((NS) => ({ NS })),
	fc.uniqueArray(fc.constantFrom("AA==", "AQ==", "Ag=="), { minLength: 1 }).map((BS) => ({ BS })),
);

const documents = (inner: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
	fc.oneof(
		fc.array(inner, { maxLength: 3 }).map((L) => ({ L })),
		fc.dictionary(fc.constantFrom("p", "q", "a"), inner).map((M) => ({ M })),
	);

/** What a client may store. */
export const sound: fc.Arbitrary<Value> = fc.oneof(
	{ weight: 6, arbitrary: scalar },
	{ weight: 2, arbitrary: set },
	{ weight: 2, arbitrary: documents(fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: set })) },
	{ weight: 1, arbitrary: documents(documents(scalar)) },
);

/** What is no value, in every way that has an error of its own. */
const unsound: fc.Arbitrary<Value> = fc.constantFrom<Value>(
	{},
	{ N: "" },
	{ N: "x" },
	{ N: "1 " },
	{ N: "0x1" },
	{ N: "1E126" },
	{ N: "1E-131" },
	{ N: "123456789012345678901234567890123456789" },
	{ NULL: false },
	{ SS: [] },
	{ NS: [] },
	{ BS: [] },
	{ SS: ["x", "x"] },
	{ NS: ["1", "1.0"] },
	{ NS: ["1", "x"] },
	{ BS: ["AA==", "AA=="] },
	{ S: "x", N: "1" },
	{ L: [{}] },
	{ M: { p: { N: "x" } } },
	{ M: { p: { S: "x", N: "1" } } },
	{ L: [{ SS: [] }] },
);

/** Nearly always sound. */
export const value: fc.Arbitrary<Value> = fc.oneof({ weight: 40, arbitrary: sound }, { weight: 1, arbitrary: unsound });

/** Few of each type, so that operations meet the same items; in the order in which they sort. */
const keyPool: Readonly<Record<KeyType, readonly Value[]>> = {
	S: ["", "A", "a", "ab", "é"].map((S) => ({ S })).slice(1),
	N: ["-3", "-0.5", "0", "2", "10"].map((N) => ({ N })),
	B: ["AA==", "AQ==", "AQI=", "/w=="].map((B) => ({ B })),
};

export const keyValue = (type: KeyType): fc.Arbitrary<Value> => fc.constantFrom(...keyPool[type]);

/** Rarely of the wrong type, or empty, or no value. */
export const askedKey = (type: KeyType): fc.Arbitrary<Value> =>
	fc.oneof(
		{ weight: 60, arbitrary: keyValue(type) },
		{ weight: 1, arbitrary: fc.oneof(scalar, unsound) },
		{ weight: 1, arbitrary: fc.constantFrom({ S: "" }, { B: "" }) },
	);
