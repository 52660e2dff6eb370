import { type Candidate, isRefusal } from "./compareTemplate.ts";
import type { ReferenceReply } from "./referenceEngine.ts";

/** What the reference made of a template, in the form of test/language/vtl/cases/. */
export function recordedCase({ dialect, template, call }: Candidate, reply: ReferenceReply): object {
	const { line = null, column = null } = reply;
	const error = isRefusal(reply) ? { phase: "parse", line, column } : { phase: "render", line: null, column: null };
	return { dialect, template, context: call, expected: reply.ok ? reply.output : null, ...(reply.ok ? {} : { error }) };
}
