import { invalidParameters, validationError } from "../errors.ts";

const maxBytes = 20_480;

/**
 * A resource policy as DynamoDB gives it back: without blanks, its members in one order, a list of one as its one element, an
 * account as its root. What is checked of it, and in which words, was measured on AWS (October 2026).
 */
export function readPolicy(text: string): string {
	if (Buffer.byteLength(text) > maxBytes) throw invalidParameters(`Maximum policy size of ${maxBytes} bytes exceeded`);
	const document = parse(text);
	if (!isObject(document)) throw malformed("This policy contains invalid Json");
	const { Version, Id, Statement } = document;
	const statements = Array.isArray(Statement) ? Statement : Statement === undefined ? [] : [Statement];
	if (statements.length === 0) throw malformed("Could not parse the policy: Statement is empty!");
	const read = statements.map(readStatement);
	const sids = read.flatMap(({ Sid }) => Sid ?? []);
	if (new Set(sids).size !== sids.length) throw malformed("The Statement Ids in the policy are not unique");
	return JSON.stringify({ Version: Version ?? "2008-10-17", ...(Id !== undefined && { Id }), Statement: read });
}

function readStatement(statement: unknown): { readonly [member: string]: unknown } {
	if (!isObject(statement)) throw malformed("This policy contains invalid Json");
	const { Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition } = statement;
	if (Resource === undefined && NotResource === undefined) throw malformed("Missing required field Resource");
	const effect =
		String(Effect).toLowerCase() === "allow" ? "Allow" : String(Effect).toLowerCase() === "deny" ? "Deny" : Effect;
	const everyone = Principal === "*" || (isObject(Principal) && simple(Principal["AWS"]) === "*");
	if (effect === "Allow" && everyone && Condition === undefined) {
		throw validationError(
			"Resource-based policy grants unbounded access in one or more elements. Please revise the policy to ensure least-privilege form of access",
		);
	}
	const members = {
		Sid,
		Effect: effect,
		Principal: principal(Principal),
		NotPrincipal: principal(NotPrincipal),
		Action: simple(Action),
		NotAction: simple(NotAction),
		Resource: simple(Resource),
		NotResource: simple(NotResource),
		Condition: isObject(Condition) ? eachOf(Condition, (it) => (isObject(it) ? eachOf(it, simple) : it)) : Condition,
	};
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function principal(value: unknown): unknown {
	if (!isObject(value)) return value;
	return eachOf(value, (who) => {
		const list = (Array.isArray(who) ? who : [who]).map((it) =>
			/^\d{12}$/.test(String(it)) ? `arn:aws:iam::${String(it)}:root` : it,
		);
		return simple([...new Set(list)]);
	});
}

function simple(value: unknown): unknown {
	return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

function eachOf(value: Readonly<Record<string, unknown>>, change: (it: unknown) => unknown): Record<string, unknown> {
	return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, change(it)]));
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

const malformed = (detail: string) => invalidParameters(`Invalid policy document: ${detail}`);
