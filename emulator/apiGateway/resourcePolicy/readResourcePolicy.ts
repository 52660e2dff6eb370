/** A statement of an API's resource policy. Lists say what it names; `not` that it means all others. */
export type PolicyStatement = {
	readonly sid: string;
	readonly effect: "Allow" | "Deny";
	readonly principals: Names;
	readonly actions: Names;
	readonly resources: Names;
	readonly conditions: readonly Condition[];
};
export type Names = { readonly not: boolean; readonly names: readonly string[] };

/** `{ "IpAddress": { "aws:SourceIp": [...] } }`, one operator and key each; all conditions of a statement must hold. */
export type Condition = { readonly operator: string; readonly key: string; readonly values: readonly string[] };

/** Reads a policy document; a text says what is wrong with it. */
export function readResourcePolicy(text: string): readonly PolicyStatement[] | string {
	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch {
		return "it is not JSON";
	}
	if (!isMap(document)) return "it is not an object";
	const statements = listOf(document["Statement"]);
	const result: PolicyStatement[] = [];
	for (const [index, statement] of statements.entries()) {
		if (!isMap(statement)) return "a statement is not an object";
		const effect = statement["Effect"];
		if (effect !== "Allow" && effect !== "Deny") return "a statement's Effect is neither Allow nor Deny";
		const sid = typeof statement["Sid"] === "string" ? statement["Sid"] : `statement ${index + 1}`;
		result.push({
			sid,
			effect,
			principals: namesOf(statement, "Principal", principalsOf),
			actions: namesOf(statement, "Action", textsOf),
			resources: namesOf(statement, "Resource", textsOf),
			conditions: conditionsOf(statement["Condition"]),
		});
	}
	return result;
}

function namesOf(statement: Map, name: string, read: (value: unknown) => readonly string[]): Names {
	const not = Object.hasOwn(statement, `Not${name}`);
	return { not, names: read(statement[not ? `Not${name}` : name]) };
}

/** `"*"`, or `{ "AWS": [...], "Service": [...] }`. */
function principalsOf(value: unknown): readonly string[] {
	return isMap(value) ? Object.values(value).flatMap(textsOf) : textsOf(value);
}

function conditionsOf(value: unknown): readonly Condition[] {
	if (!isMap(value)) return [];
	return Object.entries(value).flatMap(([operator, keys]) =>
		isMap(keys) ? Object.entries(keys).map(([key, values]) => ({ operator, key, values: textsOf(values) })) : [],
	);
}

type Map = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Map => typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
	Array.isArray(value) ? value : value === undefined ? [] : [value];
/** A number or boolean counts as its text, as in IAM. */
const textsOf = (value: unknown): readonly string[] =>
	listOf(value).flatMap((it) => (["string", "number", "boolean"].includes(typeof it) ? [String(it)] : []));
