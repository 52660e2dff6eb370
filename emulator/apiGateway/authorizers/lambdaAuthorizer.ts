import { AwsError } from "../../aws/awsError.ts";
import { type GatewayCall, routeOf } from "../call.ts";
import { methodArn, requestContextOf } from "../context.ts";
import type { AuthorizerDefinition } from "../definitions.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { multiValues, singleValues } from "../headerList.ts";
import { functionOf } from "../integrations/functionUri.ts";
import { missingPermission } from "../integrations/missingPermission.ts";
import { withStageVariables } from "../stageVariableText.ts";
import { passed, type Shown, type StepNeeds, type StepNote } from "../step.ts";
import { withinTimeout } from "../timeout.ts";
import { type AuthorizerAnswer, readAuthorizerAnswer } from "./authorizerAnswer.ts";
import { identityOf, unauthorized } from "./identity.ts";
import { evaluatePolicy } from "./policy.ts";

const property = ["AuthorizerId"];

/** Asks a function who is calling, or remembers what it said, and does as its policy says of this very method. */
export async function lambdaAuthorizer(
	call: GatewayCall,
	needs: StepNeeds,
	definition: AuthorizerDefinition,
): Promise<StepNote> {
	const { id, name, authorizerResultTtlInSeconds: ttlSeconds = 300 } = definition;
	const identity = identityOf(call, needs, definition);
	const stage = `${call.target.apiId}/${call.target.stage}`;
	const cacheable = ttlSeconds > 0 && identity.length > 0;
	const key = JSON.stringify(identity);
	const remembered = cacheable ? needs.authorizerCache.get(stage, id, key) : undefined;
	const answer = remembered ?? (await ask(call, needs, definition, identity[0] ?? ""));
	if (cacheable && remembered === undefined) needs.authorizerCache.put(stage, id, key, answer, ttlSeconds);

	// A remembered policy is looked at anew: it may allow one method and not another.
	const arn = methodArn(call, needs.account, needs.region);
	const verdict = evaluatePolicy(answer.statements, arn);
	const { principalId, context, usageIdentifierKey } = answer;
	const after = { principalId, context, policy: answer.statements, remembered: remembered !== undefined };
	if (verdict !== "allowed") {
		const explicitly = verdict === "denied";
		throw new GatewayResponse(
			"ACCESS_DENIED",
			`the policy of authorizer ${name} ${explicitly ? "denies" : "does not allow"} ${arn}`,
			{
				message: `User is not authorized to access this resource${explicitly ? " with an explicit deny" : ""}`,
				after,
				property,
			},
		);
	}
	call.authorizer = { principalId, context, ...(usageIdentifierKey === undefined ? {} : { usageIdentifierKey }) };
	const how = remembered === undefined ? "" : `, remembered for ${ttlSeconds} s`;
	return passed(`authorizer ${name} lets ${principalId} in${how}`, { shown: shownAfter(after), property });
}

function shownAfter(after: object): Shown {
	return () => ({ after });
}

/** The longest that a Lambda authorizer may take, as an integration's default is. */
const timeoutMs = 29_000;

async function ask(
	call: GatewayCall,
	needs: StepNeeds,
	definition: AuthorizerDefinition,
	token: string,
): Promise<AuthorizerAnswer> {
	const { name } = definition;
	const uri = withStageVariables(definition.authorizerUri ?? "", call.stageVariables);
	checkPermission(call, needs, definition, functionOf(uri));
	const event = definition.type === "TOKEN" ? tokenEvent(call, needs, token) : requestEvent(call, needs);
	const answer = await withinTimeout(needs.clock, timeoutMs, () =>
		needs.hands.invokeFunction({
			function: functionOf(uri),
			payload: Buffer.from(JSON.stringify(event)),
			invocationType: "RequestResponse",
		}),
	).catch((error: unknown) => {
		if (error instanceof AwsError) throw misconfigured(`Lambda refuses to invoke it: ${error.code}: ${error.message}`);
		if (error instanceof GatewayResponse) throw failed(error.reason);
		throw error;
	});
	const payload = answer.payload.toString("utf8");
	if (answer.functionError !== undefined) {
		// AWS's convention: a function that fails with this very message refuses the caller.
		if (/"errorMessage"\s*:\s*"Unauthorized"/.test(payload))
			throw unauthorized(`authorizer ${name} answered Unauthorized`);
		throw failed(`its function failed: ${payload.slice(0, 1000)}`);
	}
	const read = readAuthorizerAnswer(payload);
	if (typeof read === "string") throw misconfigured(`what its function answered is not usable: ${read}`);
	return read;

	function misconfigured(reason: string): GatewayResponse {
		return new GatewayResponse("AUTHORIZER_CONFIGURATION_ERROR", `authorizer ${name}: ${reason}`, { property });
	}
	function failed(reason: string): GatewayResponse {
		return new GatewayResponse("AUTHORIZER_FAILURE", `authorizer ${name}: ${reason}`, { property });
	}
}

/** An authorizer with a role of its own calls as that role; any other needs the function's permission. */
function checkPermission(
	call: GatewayCall,
	{ hands, account, region }: StepNeeds,
	{ id, name, authorizerCredentials }: AuthorizerDefinition,
	functionArn: string,
): void {
	const source = `arn:aws:execute-api:${region}:${account}:${call.target.apiId}/authorizers/${id}`;
	if (authorizerCredentials || hands.mayInvoke(functionArn, source)) return;
	const reason = `authorizer ${name}: ${missingPermission(functionArn, source)}`;
	throw new GatewayResponse("AUTHORIZER_CONFIGURATION_ERROR", reason, { property });
}

function tokenEvent(call: GatewayCall, { account, region }: StepNeeds, authorizationToken: string): object {
	return { type: "TOKEN", methodArn: methodArn(call, account, region), authorizationToken };
}

function requestEvent(call: GatewayCall, { account, region }: StepNeeds): object {
	return {
		type: "REQUEST",
		methodArn: methodArn(call, account, region),
		resource: routeOf(call).resource.path,
		path: call.target.path,
		httpMethod: call.request.method,
		headers: singleValues(call.headers),
		multiValueHeaders: multiValues(call.headers),
		queryStringParameters: singleValues(call.query),
		multiValueQueryStringParameters: multiValues(call.query),
		pathParameters: routeOf(call).pathParameters,
		stageVariables: call.stageVariables,
		requestContext: requestContextOf(call, account),
	};
}
