import type { Json } from "./call.ts";

/** The same for answers that say the same: entries in the order of their names, sets in that of their members. */
export function comparable<T>(it: T): T {
	return JSON.parse(JSON.stringify(it, inOrder));
}

/** As `comparable`, of DynamoDB Local's answer: inside documents it leaves numbers as they were sent, where AWS spells each in one way. */
export function comparableReference<T>(it: T): T {
	return JSON.parse(JSON.stringify(it, (name, part) => inOrder(name, withNumbers(part))));
}

function inOrder(_: string, part: unknown): unknown {
	if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
	return Object.fromEntries(
		Object.entries(part)
			.toSorted(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, inner]) => [name, setTypes.has(name) && isStrings(inner) ? inner.toSorted() : inner]),
	);
}

function withNumbers(part: unknown): unknown {
	if (typeof part !== "object" || part === null) return part;
	const { N, NS }: Json = { ...part };
	if (typeof N === "string") return { ...part, N: plainNumber(N) };
	return isStrings(NS) ? { ...part, NS: NS.map(plainNumber) } : part;
}

/** A decimal as DynamoDB prints it: no exponent, no zero that says nothing. */
function plainNumber(text: string): string {
	const [, sign, whole = "", fraction = "", exponent = "0"] =
		/^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
	if (sign === undefined) return text;
	const places = whole.length + Number(exponent);
	const digits = (whole + fraction).padEnd(places, "0");
	const shown =
		places <= 0 ? `0.${"0".repeat(-places)}${digits}` : `${digits.slice(0, places)}.${digits.slice(places)}`;
	const short = shown.replace(/^0+(?=\d)/, "").replace(/\.?0*$/, "");
	return sign === "-" && short !== "0" ? `-${short}` : short;
}

const setTypes = new Set(["SS", "NS", "BS"]);

function isStrings(it: unknown): it is readonly string[] {
	return Array.isArray(it) && it.every((member) => typeof member === "string");
}
