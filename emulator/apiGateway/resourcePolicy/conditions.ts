import { BlockList, isIP } from "node:net";
import { matchesWildcard } from "../authorizers/wildcard.ts";
import type { Condition } from "./readResourcePolicy.ts";

/** What a policy's conditions may ask of a call, by IAM's keys in small letters; undefined where the call has none. */
export type PolicyContext = Readonly<Record<string, string | undefined>>;

/**
 * Whether a condition holds, by IAM's operators. A call here comes from no VPC: a condition on one is taken to hold, as
 * from a client inside it. An operator that is not known holds for nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function holds({ operator, key, values }: Condition, context: PolicyContext): boolean {
	const name = key.toLowerCase();
	if (assumedKeys.has(name)) return true;
	const ifExists = operator.endsWith("IfExists");
	const plain = ifExists ? operator.slice(0, -"IfExists".length) : operator;
	const value = Object.hasOwn(context, name) ? context[name] : undefined;
	if (plain === "Null") return values.includes(String(value === undefined));
	const isNegative = /^(?:Not|String Not|StringNot|NumericNot|DateNot)/.test(plain);
	// A key that is not there fits no value: that makes a negated condition true.
	if (value === undefined) return ifExists || isNegative;
	const test = tests[plain];
	if (test === undefined) return false;
	return isNegative ? values.every((it) => test(value, it)) : values.some((it) => test(value, it));
}

/** Conditions on the network of AWS that a call came through. */
const assumedKeys = new Set(["aws:sourcevpc", "aws:sourcevpce", "aws:vpcsourceip"]);

type Test = (value: string, wanted: string) => boolean;

const equals: Test = (value, wanted) => value === wanted;
const like: Test = (value, wanted) => matchesWildcard(wanted, value);
const sameText: Test = (value, wanted) => value.toLowerCase() === wanted.toLowerCase();
const number = (compare: (value: number, wanted: number) => boolean): Test => {
	return (value, wanted) => compare(Number(value), Number(wanted));
};
const date = (compare: (value: number, wanted: number) => boolean): Test => {
	return (value, wanted) => compare(Date.parse(value), Date.parse(wanted));
};
const not =
	(test: Test): Test =>
	(value, wanted) =>
		!test(value, wanted);

const tests: Readonly<Record<string, Test>> = {
	StringEquals: equals,
	StringNotEquals: not(equals),
	StringEqualsIgnoreCase: sameText,
	StringNotEqualsIgnoreCase: not(sameText),
	StringLike: like,
	StringNotLike: not(like),
	ArnEquals: like,
	ArnLike: like,
	ArnNotEquals: not(like),
	ArnNotLike: not(like),
	Bool: sameText,
	IpAddress: isWithin,
	NotIpAddress: not(isWithin),
	NumericEquals: number((a, b) => a === b),
	NumericNotEquals: number((a, b) => a !== b),
	NumericLessThan: number((a, b) => a < b),
	NumericLessThanEquals: number((a, b) => a <= b),
	NumericGreaterThan: number((a, b) => a > b),
	NumericGreaterThanEquals: number((a, b) => a >= b),
	DateEquals: date((a, b) => a === b),
	DateNotEquals: date((a, b) => a !== b),
	DateLessThan: date((a, b) => a < b),
	DateLessThanEquals: date((a, b) => a <= b),
	DateGreaterThan: date((a, b) => a > b),
	DateGreaterThanEquals: date((a, b) => a >= b),
};

/** An address, or a block of them in CIDR's notation. */
function isWithin(address: string, block: string): boolean {
	const [network = "", bits] = block.split("/");
	const family = isIP(network);
	const own = isIP(address);
	const width = bits === undefined ? (family === 4 ? 32 : 128) : Number(bits);
	if (family === 0 || own === 0 || !Number.isInteger(width) || width < 0 || width > (family === 4 ? 32 : 128)) {
		return false;
	}
	const list = new BlockList();
	list.addSubnet(network, width, family === 4 ? "ipv4" : "ipv6");
	return list.check(address, own === 4 ? "ipv4" : "ipv6");
}
