import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
	add,
	compareNumbers,
	formatDecimal,
	negate,
	normalNumber,
	numberSize,
	parseNumber,
} from "../../../../emulator/dynamodb/values/decimal.ts";

test("a number has one spelling, whatever the client wrote", () => {
	const cases: [sent: string, stored: string][] = [
		["0", "0"],
		["-0", "0"],
		["+5", "5"],
		["00042", "42"],
		["1.0", "1"],
		["3.1400", "3.14"],
		["1.5E2", "150"],
		["1e2", "100"],
		[".5", "0.5"],
		["5.", "5"],
		["-0.00010", "-0.0001"],
		["1E-130", `0.${"0".repeat(129)}1`],
		["1E125", `1${"0".repeat(125)}`],
		["12345678901234567890123456789012345678", "12345678901234567890123456789012345678"],
		["0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"],
	];
	for (const [sent, stored] of cases) assert.equal(normalNumber(sent), stored, sent);
});

test("what is no number, or out of range, is refused with AWS's words", () => {
	const cases: [sent: string, message: string][] = [
		["", "The parameter cannot be converted to a numeric value"],
		["abc", "The parameter cannot be converted to a numeric value: abc"],
		["1,5", "The parameter cannot be converted to a numeric value: 1,5"],
		[".", "The parameter cannot be converted to a numeric value: ."],
		["1e", "The parameter cannot be converted to a numeric value: 1e"],
		["1E126", "Number overflow. Attempting to store a number with magnitude larger than supported range"],
		["-1E126", "Number overflow. Attempting to store a number with magnitude larger than supported range"],
		["1E-131", "Number underflow. Attempting to store a number with magnitude smaller than supported range"],
		["1E99999999999", "Number overflow. Attempting to store a number with magnitude larger than supported range"],
		["123456789012345678901234567890123456789", "Attempting to store more than 38 significant digits in a Number"],
	];
	for (const [sent, message] of cases) assert.throws(() => normalNumber(sent), { message }, sent);
});

test("a number costs what AWS was measured to charge for it", () => {
	// nubo-db/dynamodb-conformance, captured on DynamoDB 2026-08-18.
	const cases: [sent: string, bytes: number][] = [
		["0", 1],
		["1", 2],
		["12", 2],
		["123", 3],
		["1234", 3],
		["12345678901234567890123456789012345678", 20],
		["0042", 2],
		["100", 2],
		["1010", 3],
		["0.0000001", 2],
		["1E125", 2],
		["1E-100", 2],
		["1.5", 3],
		["15", 2],
		["1.200", 3],
		["1.234", 4],
		["3.14159", 5],
		["123456", 4],
		["100.5", 4],
		["0.15", 2],
		["-42", 3],
		["-0", 1],
	];
	for (const [sent, bytes] of cases) assert.equal(numberSize(normalNumber(sent)), bytes, sent);
});

test("sums are exact to the last digit", () => {
	const cases: [a: string, b: string, sum: string][] = [
		["0.1", "0.2", "0.3"],
		["9007199254740993", "1", "9007199254740994"],
		["99999999999999999999999999999999999998", "1", "99999999999999999999999999999999999999"],
		["1E20", "-1E20", "0"],
		["-5.5", "2", "-3.5"],
	];
	for (const [a, b, sum] of cases) assert.equal(formatDecimal(add(parseNumber(a), parseNumber(b))), sum, `${a} + ${b}`);
	assert.throws(() => add(parseNumber("9.9e125"), parseNumber("9.9e125")), /Number overflow/);
});

test("adding and taking away again changes nothing, and order agrees with the difference", () => {
	const number = fc
		.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: -9, max: 9 }))
		.map(([digits, exponent]) => `${digits}E${exponent}`);
	fc.assert(
		fc.property(number, number, (a, b) => {
			const [x, y] = [parseNumber(a), parseNumber(b)];
			assert.equal(formatDecimal(add(add(x, y), negate(y))), normalNumber(a));
			const difference = add(x, negate(y)).coefficient;
			const sign = difference < 0n ? -1 : difference > 0n ? 1 : 0;
			assert.equal(compareNumbers(normalNumber(a), normalNumber(b)), sign);
		}),
	);
});
