import type { GatewayCall } from "../call.ts";
import { contextOf } from "../context.ts";
import type { AuthorizerDefinition } from "../definitions.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { headerValue } from "../headerList.ts";
import { fullMatch } from "../javaRegex.ts";
import { textOf, valueAt } from "../simplePath.ts";
import type { StepNeeds } from "../step.ts";

/** The values of the identity sources; one that is missing refuses the call before any function is asked (fact C11). */
export function identityOf(call: GatewayCall, needs: StepNeeds, definition: AuthorizerDefinition): readonly string[] {
	const sources = (definition.identitySource ?? "")
		.split(",")
		.map((it) => it.trim())
		.filter((it) => it !== "");
	const identity = sources.map((source) => {
		const value = sourceValue(call, needs, source);
		if (!value)
			throw unauthorized(`${source}, an identity source of authorizer ${definition.name}, is missing or empty`);
		return value;
	});
	const { type, identityValidationExpression: expression } = definition;
	if (type === "TOKEN" && expression && !fullMatch(expression, identity[0] ?? "")) {
		throw unauthorized(
			`the token does not match the validation expression ${expression} of authorizer ${definition.name}`,
		);
	}
	return identity;
}

export function unauthorized(reason: string): GatewayResponse {
	return new GatewayResponse("UNAUTHORIZED", reason, { property: ["AuthorizerId"] });
}

function sourceValue(call: GatewayCall, { account }: StepNeeds, source: string): string | undefined {
	const [, place, name = ""] =
		/^(method\.request\.(?:header|querystring)|stageVariables|context)\.(.+)$/.exec(source) ?? [];
	if (place === "method.request.header") return headerValue(call.headers, name);
	if (place === "method.request.querystring") return call.query.findLast(([it]) => it === name)?.[1];
	if (place === "stageVariables")
		return Object.hasOwn(call.stageVariables, name) ? call.stageVariables[name] : undefined;
	return place === "context" ? textOf(valueAt(contextOf(call, account), name)) : undefined;
}
