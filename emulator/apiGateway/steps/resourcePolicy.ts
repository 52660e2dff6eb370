import { type GatewayCall, routeOf } from "../call.ts";
import { methodArn } from "../context.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { headerValue } from "../headerList.ts";
import type { PolicyContext } from "../resourcePolicy/conditions.ts";
import { evaluateResourcePolicy, type PolicyVerdict } from "../resourcePolicy/evaluateResourcePolicy.ts";
import { passed, type StepNeeds, type StepNote, skipped } from "../step.ts";

/**
 * The API's resource policy. What it denies ends here. What it neither allows nor denies is left to a Lambda authorizer
 * where there is one, and denied where there is none.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function resourcePolicy(call: GatewayCall, { account, region }: StepNeeds): StepNote {
	const { policy } = call.api;
	if (policy === undefined) return noPolicy;
	const arn = methodArn(call, account, region);
	if (typeof policy === "string") throw denied(call, arn, account, `the API's policy cannot be read: ${policy}`, "");
	const context = contextOf(call);
	const verdict = evaluateResourcePolicy(policy, { methodArn: arn, context });
	const who = `a caller from ${context["aws:sourceip"]}`;
	if (verdict.verdict === "denied") {
		throw denied(call, arn, account, `${nameOf(verdict)} of the API's policy denies ${who}`, " with an explicit deny");
	}
	if (verdict.verdict === "allowed")
		return passed(`${nameOf(verdict)} of the API's policy allows ${who}`, { property });
	if (routeOf(call).method.authorizationType === "CUSTOM") {
		return passed(`the API's policy neither allows nor denies ${who}: its authorizer decides`, { property });
	}
	throw denied(call, arn, account, `the API's policy does not allow ${who}; ${sourceHint}`, "");
}

const noPolicy = skipped("the API has no resource policy");
const property = ["Api", "Policy"];
const sourceHint = "an X-Forwarded-For header makes a call from this machine one from another address";

const nameOf = (verdict: PolicyVerdict) => (verdict.verdict === "neither" ? "nothing" : verdict.by.sid);

/** AWS's text, the account's number masked but for its end; quoted in public, not recorded (2026-11). */
function denied(call: GatewayCall, arn: string, account: string, reason: string, how: string): GatewayResponse {
	const masked = arn.replace(`:${account}:`, `:********${account.slice(-4)}:`);
	const message = `User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${masked}${how}`;
	return new GatewayResponse("ACCESS_DENIED", reason, { message, property, after: contextOf(call) });
}

/** Every client is on this machine: the address that a proxy would tell stands for its own, so that policies can be tried. */
function contextOf(call: GatewayCall): PolicyContext {
	const forwarded = headerValue(call.headers, "x-forwarded-for")?.split(",")[0]?.trim();
	const protocol = headerValue(call.headers, "x-forwarded-proto");
	const now = new Date(call.arrivedAt);
	return {
		"aws:sourceip": forwarded || call.request.remoteAddress,
		"aws:useragent": headerValue(call.headers, "user-agent"),
		"aws:referer": headerValue(call.headers, "referer"),
		"aws:securetransport": String(protocol === "https"),
		"aws:currenttime": now.toISOString(),
		"aws:epochtime": String(Math.floor(call.arrivedAt / 1000)),
	};
}
