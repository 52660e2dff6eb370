import { matchesWildcard } from "./wildcard.ts";

/** What an authorizer's policy says of a method. An explicit denial goes before any permission; silence denies. */
export type Verdict = "allowed" | "denied" | "not allowed";

export type Statement = {
	readonly effect: "Allow" | "Deny";
	readonly actions: readonly string[];
	readonly resources: readonly string[];
};

export function evaluatePolicy(statements: readonly Statement[], methodArn: string): Verdict {
	const applying = statements.filter(
		({ actions, resources }) =>
			actions.some((it) => matchesWildcard(it.toLowerCase(), "execute-api:invoke")) &&
			resources.some((it) => matchesWildcard(it, methodArn)),
	);
	if (applying.some((it) => it.effect === "Deny")) return "denied";
	return applying.some((it) => it.effect === "Allow") ? "allowed" : "not allowed";
}

/** The statements of a policy document as a function answers it; a text says what is wrong with it. */
export function readPolicy(document: unknown): readonly Statement[] | string {
	const list = asObject(document)?.["Statement"];
	if (list === undefined) return "policyDocument has no Statement";
	const statements: Statement[] = [];
	for (const value of Array.isArray(list) ? list : [list]) {
		const statement = asObject(value);
		const effect = statement?.["Effect"];
		const actions = texts(statement?.["Action"]);
		const resources = texts(statement?.["Resource"]);
		if (effect !== "Allow" && effect !== "Deny") return "a statement's Effect is neither Allow nor Deny";
		if (actions === undefined) return "a statement has no Action";
		if (resources === undefined) return "a statement has no Resource";
		statements.push({ effect, actions, resources });
	}
	return statements;
}

function texts(value: unknown): readonly string[] | undefined {
	const list: readonly unknown[] = Array.isArray(value) ? value : [value];
	const strings = list.filter((it) => typeof it === "string");
	return strings.length === list.length && strings.length > 0 ? strings : undefined;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
	// An object from JSON has text keys and nothing inherited that would be read here.
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
}
