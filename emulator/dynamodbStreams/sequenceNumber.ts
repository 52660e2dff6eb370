import { validationError } from "./errors.ts";

/** AWS's sequence numbers have at least 21 digits; ours are put above a number that gives them so many. */
const base = 100_000_000_000_000_000_000n;

export function sequenceText(sequence: bigint): string {
	return String(base + sequence);
}

export function readSequence(text: string): bigint {
	if (!/^\d{21,40}$/.test(text) || BigInt(text) < base) throw validationError("Invalid SequenceNumber");
	return BigInt(text) - base;
}
