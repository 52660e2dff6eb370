import { readPolicy, type Statement } from "./policy.ts";

/** What a Lambda authorizer answered, checked. */
export type AuthorizerAnswer = {
	readonly principalId: string;
	readonly statements: readonly Statement[];
	/** Texts, whatever the function wrote: AWS turns numbers and booleans into them. */
	readonly context: Readonly<Record<string, string>>;
	readonly usageIdentifierKey?: string;
};

/** Reads an answer; a text says what is wrong with it. */
export function readAuthorizerAnswer(payload: string): AuthorizerAnswer | string {
	let value: unknown;
	try {
		value = JSON.parse(payload);
	} catch {
		return "it is not JSON";
	}
	if (typeof value !== "object" || value === null || Array.isArray(value)) return "it is not an object";
	const { principalId, policyDocument, context, usageIdentifierKey } = value as Answer; // each is checked below
	if (typeof principalId !== "string" && typeof principalId !== "number") return "it has no principalId";
	const statements = readPolicy(policyDocument);
	if (typeof statements === "string") return statements;
	const texts = contextOf(context);
	if (typeof texts === "string") return texts;
	return {
		principalId: String(principalId),
		statements,
		context: texts,
		...(typeof usageIdentifierKey === "string" ? { usageIdentifierKey } : {}),
	};
}

type Answer = Readonly<Record<"principalId" | "policyDocument" | "context" | "usageIdentifierKey", unknown>>;

function contextOf(context: unknown): Record<string, string> | string {
	if (context === undefined || context === null) return {};
	if (typeof context !== "object" || Array.isArray(context)) return "its context is not an object";
	const texts: [string, string][] = [];
	for (const [name, value] of Object.entries(context)) {
		if (value === null || value === undefined) continue;
		if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
			return `its context has a "${name}" that is not a string, number or boolean`;
		}
		texts.push([name, String(value)]);
	}
	return Object.fromEntries(texts);
}
