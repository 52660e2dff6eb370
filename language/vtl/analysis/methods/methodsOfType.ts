import { bindings } from "../../bindings/bindings.ts";
import { partsOf } from "../joinTypes.ts";
import type { Type } from "../types.ts";
import { booleanFacts, characterFacts } from "./characterFacts.ts";
import {
	arrayFacts,
	arrayListFacts,
	iteratorFacts,
	jsonArrayFacts,
	listFacts,
	listIteratorFacts,
	streamFacts,
	viewFacts,
} from "./collectionFacts.ts";
import type { Fact, Returns } from "./fact.ts";
import { entryFacts, mapFacts, scopeFacts, scopeInfoFacts } from "./mapFacts.ts";
import {
	bigDecimalFacts,
	bigIntegerFacts,
	doubleFacts,
	floatFacts,
	integerFacts,
	longFacts,
	numberFacts,
} from "./numberFacts.ts";
import { classFacts, objectFacts } from "./objectFacts.ts";
import { stringFacts } from "./stringFacts.ts";

/** A method that a template can call, as the editor tells of it. */
export type TypeMethod = {
	readonly name: string;
	readonly parameters: readonly MethodParameter[];
	readonly returns: Returns;
	/** Markdown. */
	readonly documentation: string;
	/** AWS's page, of the members of `$input` and `$util`. */
	readonly page?: string;
};
export type MethodParameter = { readonly type: string; readonly name: string; readonly documentation?: string };

const made = new Map<readonly Fact[], readonly TypeMethod[]>();

/** The methods of a type; of a union those of all its parts. None of a type that is unknown. */
export function methodsOfType(type: Type): readonly TypeMethod[] {
	const parts = partsOf(type);
	if (parts.length === 1) return ofOne(type);
	const result = new Map<string, TypeMethod>();
	for (const part of parts) {
		for (const method of ofOne(part)) {
			const key = `${method.name}/${method.parameters.map((it) => it.type).join()}`;
			if (!result.has(key)) result.set(key, method);
		}
	}
	return [...result.values()];
}

/** The facts of a class. */
export function factsOf(type: Type): readonly Fact[] {
	switch (type.kind) {
		case "List":
			if (type.list === "JSONArray") return jsonArrayFacts;
			return type.list === "ArrayList" ? arrayListFacts : listFacts;
		case "unknown":
		case "nothing":
		case "union":
		case "Bound":
			return [];
		default:
			return facts[type.kind];
	}
}

const facts: Readonly<
	Record<Exclude<Type["kind"], "List" | "unknown" | "nothing" | "union" | "Bound">, readonly Fact[]>
> = {
	String: stringFacts,
	Boolean: booleanFacts,
	Number: numberFacts,
	Integer: integerFacts,
	Long: longFacts,
	Short: numberFacts,
	Double: doubleFacts,
	Float: floatFacts,
	BigInteger: bigIntegerFacts,
	BigDecimal: bigDecimalFacts,
	Character: characterFacts,
	Scope: scopeFacts,
	ScopeInfo: scopeInfoFacts,
	Block: objectFacts,
	Class: classFacts,
	Map: mapFacts,
	Array: arrayFacts,
	Set: viewFacts,
	Iterator: iteratorFacts,
	ListIterator: listIteratorFacts,
	Stream: streamFacts,
	Entry: entryFacts,
};

function ofOne(type: Type): readonly TypeMethod[] {
	if (type.kind === "Bound") return boundMethods[type.name];
	const own = factsOf(type);
	const known = made.get(own);
	if (known !== undefined) return known;
	const methods = own.map(fromFact);
	made.set(own, methods);
	return methods;
}

function fromFact([signature, returns, documentation]: Fact): TypeMethod {
	const open = signature.indexOf("(");
	const inside = signature.slice(open + 1, -1);
	const parameters = inside === "" ? [] : inside.split(", ").map(parameter);
	return { name: signature.slice(0, open), parameters, returns, documentation };
}

function parameter(text: string): MethodParameter {
	const blank = text.indexOf(" ");
	return { type: text.slice(0, blank), name: text.slice(blank + 1) };
}

const boundMethods = { $input: bound("$input"), $util: bound("$util") } as const;

function bound(object: "$input" | "$util"): readonly TypeMethod[] {
	return bindings.flatMap((member): TypeMethod[] => {
		if (member.object !== object || !("signature" in member)) return [];
		const { name, parameters, documentation, page } = member;
		// `$input.body` is read as a property, not called.
		if (!member.signature.startsWith(`${name}(`)) return [];
		return [{ name, parameters, returns: returnsOf(member.returns), documentation, page }];
	});
}

function returnsOf(returns: string): Returns {
	return returns === "String" ? "String" : "Object";
}
