import type { GatewayCall } from "./call.ts";
import { textOf, valueAt } from "./simplePath.ts";

/**
 * Replaces `$context.…` and `$stageVariables.…`, with braces or without, and nothing else: gateway responses and access
 * logs are not written in the template language (docs: supported-gateway-response-types). What has no value becomes `missing`.
 */
export function contextText(
	text: string,
	context: unknown,
	call: Pick<GatewayCall, "stageVariables">,
	missing: string,
): string {
	return text.replace(variable, (_, inBraces?: string, pathInBraces?: string, bare?: string, path?: string) => {
		const root = (inBraces ?? bare) === "context" ? context : call.stageVariables;
		return textOf(valueAt(root, pathInBraces ?? path ?? "")) ?? missing;
	});
}

const variable =
	/\$(?:\{(context|stageVariables)\.([A-Za-z0-9_.-]+)\}|(context|stageVariables)\.([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*))/g;
