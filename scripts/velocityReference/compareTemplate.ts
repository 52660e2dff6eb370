import { isDeepStrictEqual } from "node:util";
import type { MappingEnvironment } from "../../language/vtl/bindings/environment.ts";
import type { Dialect } from "../../language/vtl/dialect.ts";
import { type Rendered, render } from "../../language/vtl/evaluate/render.ts";
import { parse } from "../../language/vtl/parse/parse.ts";
import type { ReferenceReply, ReferenceRequest } from "./referenceEngine.ts";

/** A template and what it is rendered with. */
export type Candidate = { readonly dialect: Dialect; readonly template: string; readonly call: MappingEnvironment };

export function requestOf({ dialect, template, call }: Candidate): ReferenceRequest {
	return { dialect, template, ...call.input, context: call.context, stageVariables: call.stageVariables };
}

/** How our engine differs from the reference's answer; undefined where it does not, or where nothing can be compared. */
export function differenceOf(candidate: Candidate, reply: ReferenceReply): string | undefined {
	if (isOutOfReach(candidate, reply)) return undefined;
	const rendered = render(parse(candidate.template, candidate.dialect), candidate.call, unlimited);
	const ours = rendered.ok
		? JSON.stringify(rendered.output)
		: `${rendered.kind} ${rendered.line}:${rendered.column} ${rendered.message}`;
	const theirs = reply.ok
		? JSON.stringify(reply.output)
		: `${reply.error} ${reply.line}:${reply.column} ${reply.message?.slice(0, 200)}`;
	if (rendered.ok && rendered.output.includes(identityHash)) return undefined;
	return agree(rendered, reply) ? undefined : `  reference ${theirs}\n  ours      ${ours}`;
}

/** What an object without a hash code of its own answers here; in Java it is an address. */
const identityHash = String(0x1b28cdfa);

/** The reference knows no limit to a loop. */
const unlimited = { iterations: Number.MAX_SAFE_INTEGER };

function agree(rendered: Rendered, reply: ReferenceReply): boolean {
	if (!rendered.ok) {
		if (reply.ok) return false;
		// What #evaluate cannot read is refused when it is rendered, at a place in its own text.
		if (rendered.kind === "runtime" && rendered.message.includes("ParseErrorException")) return isRefusal(reply);
		if (isRefusal(reply) !== (rendered.kind === "syntax")) return false;
		return !isRefusal(reply) || (reply.line === rendered.line && reply.column === rendered.column);
	}
	if (!reply.ok || withoutAddresses(rendered.output) !== withoutAddresses(reply.output ?? "")) return false;
	const { requestOverride, responseOverride } = rendered.overrides;
	return sameOverride(requestOverride, reply.requestOverride) && sameOverride(responseOverride, reply.responseOverride);
}

/** Whether the reference refused the template before it rendered any of it. */
export function isRefusal({ error, line }: ReferenceReply): boolean {
	return error?.endsWith("ParseErrorException") === true && line !== undefined;
}

/** The reference cannot write a map as JSON that has a null for a key. */
function sameOverride(ours: unknown, theirs: unknown): boolean {
	const written = JSON.stringify(ours) ?? "null";
	return isDeepStrictEqual(JSON.parse(written), theirs) || (theirs === null && written.includes('"null":'));
}

/** Where an object lies in memory is nobody's business. */
function withoutAddresses(text: string): string {
	return text.replace(/@[0-9a-f]+/g, "@");
}

/**
 * Not compared: the reference's JSON reader counts all objects as depth, which is a fault of its package alone; its
 * classes let a template call their static methods, of which ours know only their names; the methods of Java's streams that
 * are nobody's; and what took it too long.
 */
function isOutOfReach({ template }: Candidate, { error, message }: ReferenceReply): boolean {
	const fault = message !== undefined && /non natural depths|java\.util\.stream/.test(message);
	return error === "timeout" || fault || /class/i.test(template);
}
