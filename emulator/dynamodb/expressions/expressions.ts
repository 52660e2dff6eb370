import { validationError } from "../errors.ts";
import { ExpressionError } from "./expressionError.ts";
import { parseCondition } from "./parseCondition.ts";
import { parseProjection } from "./parseProjection.ts";
import { parseUpdate } from "./parseUpdate.ts";
import type { Placeholders } from "./placeholders.ts";
import { resolveCondition, resolvePath } from "./resolve.ts";
import { checkPaths, resolveUpdate } from "./resolveUpdate.ts";
import type { Condition, DocumentPath, Update } from "./syntax.ts";

export type ConditionMember = "ConditionExpression" | "FilterExpression" | "KeyConditionExpression";

/** The expression of a request's member, ready to run; undefined where the member is absent. */
export function readCondition(
	member: ConditionMember,
	text: string | undefined,
	placeholders: Placeholders,
): Condition | undefined {
	if (text === undefined) return undefined;
	return named(member, () => resolveCondition(parsed(conditions, text, parseCondition), placeholders));
}

export function readUpdate(text: string | undefined, placeholders: Placeholders): Update | undefined {
	if (text === undefined) return undefined;
	return named("UpdateExpression", () => resolveUpdate(parsed(updates, text, parseUpdate), placeholders));
}

export function readProjection(
	text: string | undefined,
	placeholders: Placeholders,
): readonly DocumentPath[] | undefined {
	if (text === undefined) return undefined;
	return named("ProjectionExpression", () => {
		const paths = parsed(projections, text, parseProjection).map((path) => resolvePath(path, placeholders));
		checkPaths(paths);
		return paths;
	});
}

const maxBytes = 4096;

function parsed<T>(known: Map<string, T>, text: string, parse: (text: string) => T): T {
	const before = known.get(text);
	if (before !== undefined) return before;
	if (text.trim() === "") throw new ExpressionError("The expression can not be empty;");
	const size = Buffer.byteLength(text);
	if (size > maxBytes) {
		throw new ExpressionError(`Expression size has exceeded the maximum allowed size; expression size: ${size}`);
	}
	const tree = parse(text);
	// Programs repeat the same few expressions; the oldest goes when one too many is kept.
	if (known.size >= maxKept) for (const oldest of known.keys()) if (known.size >= maxKept) known.delete(oldest);
	known.set(text, tree);
	return tree;
}

const maxKept = 500;
const conditions = new Map<string, ReturnType<typeof parseCondition>>();
const updates = new Map<string, ReturnType<typeof parseUpdate>>();
const projections = new Map<string, ReturnType<typeof parseProjection>>();

function named<T>(member: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof ExpressionError) throw validationError(`Invalid ${member}: ${error.message}`);
		throw error;
	}
}
