import type { Fact } from "./fact.ts";

/** java.lang.Object, java.lang.Comparable and java.lang.Class */
export const objectFacts: readonly Fact[] = [
	["equals(Object other)", "Boolean", "Whether it equals the other."],
	["hashCode()", "Integer", "Its hash code, as Java computes it."],
	["toString()", "String", "How it prints."],
	["getClass()", "Class", "Its Java class."],
];

export const comparableFacts: readonly Fact[] = [
	...objectFacts,
	["compareTo(Object other)", "Integer", "Negative, 0 or positive, as it comes before, with or after the other."],
];

export const classFacts: readonly Fact[] = [
	...objectFacts,
	["getName()", "String", "The name with its package."],
	["getTypeName()", "String", "The name with its package."],
	["getSimpleName()", "String", "The name without its package."],
];
