import { compilePath } from "../../jsonPath/compilePath.ts";
import type { PathToken } from "../../jsonPath/tokens.ts";
import { joinTypes, partsOf } from "./joinTypes.ts";
import { listOf, type Member, nothing, type Type, unknown } from "./types.ts";

/** What a JSONPath finds in a value of the type. */
export function typeOfPath(root: Type, path: string): Type {
	let tokens: readonly PathToken[];
	try {
		({ tokens } = compilePath(path));
	} catch {
		return unknown;
	}
	return typeOfTokens(root, tokens);
}

/** A path that may find several places gives a list of what it finds. */
function typeOfTokens(root: Type, tokens: readonly PathToken[]): Type {
	let type = root;
	let several = false;
	for (const token of tokens) {
		if (token.kind === "scan") return unknown;
		if (token.kind !== "properties" || token.names.length !== 1) {
			several ||= token.kind !== "index" && token.kind !== "fromEnd" && token.kind !== "properties";
		}
		type = afterToken(type, token);
	}
	return several ? listOf(type, "JSONArray") : type;
}

function afterToken(type: Type, token: PathToken): Type {
	return joinTypes(
		partsOf(type).map((part) => {
			if (part.kind === "unknown") return unknown;
			if (token.kind === "properties") {
				const [name] = token.names;
				if (token.names.length !== 1 || name === undefined) return part;
				return part.kind === "Map" ? memberType(part, name) : nothing;
			}
			if (part.kind === "List") return part.item;
			if (part.kind === "Map" && token.kind === "wildcard") {
				return joinTypes(part.members.names.slice(0, 20).map((name) => memberType(part, name)));
			}
			return part.kind === "Map" && token.kind === "filter" ? part : nothing;
		}),
	);
}

function memberType(type: Extract<Type, { kind: "Map" }>, name: string): Type {
	const member: Member | undefined = type.members.get(name);
	if (member !== undefined) return member.type();
	return type.members.complete ? nothing : type.value;
}
