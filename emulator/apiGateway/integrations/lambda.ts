import { AwsError } from "../../aws/awsError.ts";
import { type GatewayCall, integrationOf, routeOf } from "../call.ts";
import { methodArn } from "../context.ts";
import { configurationError } from "../gatewayResponse.ts";
import type { FunctionAnswer } from "../hands.ts";
import { headerValue } from "../headerList.ts";
import type { StepNeeds } from "../step.ts";
import { functionOf } from "./functionUri.ts";
import { missingPermission } from "./missingPermission.ts";

/** Lambda without proxy: the body goes to the function as it is, its answer comes back as it is. */
export async function lambdaIntegration(call: GatewayCall, needs: StepNeeds): Promise<string> {
	const request = call.integrationRequest;
	const name = functionOf(request?.uri ?? integrationOf(call).uri ?? "");
	const asynchronous = request !== undefined && headerValue(request.headers, "x-amz-invocation-type") === "Event";
	const body = request?.body ?? Buffer.alloc(0);
	const answer = await invoke(call, needs, {
		function: name,
		payload: body.length === 0 ? Buffer.from("{}") : body,
		invocationType: asynchronous ? "Event" : "RequestResponse",
	});
	const message = answer.functionError === undefined ? undefined : errorMessage(answer.payload);
	call.endpointResponse = {
		status: answer.status,
		headers: [["Content-Type", "application/json"]],
		body: answer.payload,
		// A function that succeeds is matched as the empty text: patterns are for its errors (fact A3).
		selection: message ?? selectionOf(answer.payload),
	};
	if (asynchronous) return `${name} was invoked asynchronously`;
	return answer.functionError === undefined
		? `${name} answered in ${Math.round(answer.durationMs)} ms${answer.coldStart ? ", cold start" : ""}`
		: `${name} failed (${answer.functionError}): ${message}`;
}

/** Invokes; what Lambda refuses is the API's own configuration error, as on AWS. */
export async function invoke(
	call: GatewayCall,
	needs: StepNeeds,
	invocation: Parameters<StepNeeds["hands"]["invokeFunction"]>[0],
): Promise<FunctionAnswer> {
	checkPermission(call, needs, invocation.function);
	try {
		return await needs.hands.invokeFunction(invocation);
	} catch (error) {
		if (!(error instanceof AwsError)) throw error;
		throw configurationError(`Lambda refuses to invoke ${invocation.function}: ${error.code}: ${error.message}`, {
			property: ["Integration", "Uri"],
		});
	}
}

/** An integration with a role of its own calls as that role; any other needs the function's permission. */
function checkPermission(call: GatewayCall, { hands, account, region }: StepNeeds, functionArn: string): void {
	if (integrationOf(call).credentials) return;
	if (hands.mayInvoke(functionArn, methodArn(call, account, region))) return;
	const { resource, method } = routeOf(call);
	const path = resource.path.replaceAll(/\{[^}]*\}/g, "*");
	const verb = method.httpMethod === "ANY" ? "*" : method.httpMethod;
	const source = `arn:aws:execute-api:${region}:${account}:${call.target.apiId}/*/${verb}${path}`;
	throw configurationError(missingPermission(functionArn, source), { property: ["Integration", "Uri"] });
}

function errorMessage(payload: Buffer): string {
	const error = parsed(payload);
	const message =
		typeof error === "object" && error !== null && "errorMessage" in error ? error.errorMessage : undefined;
	return typeof message === "string" ? message : "";
}

/** Whatever says `errorMessage` counts as an error to selection patterns, returned or thrown (recorded: test_lambda_selection_patterns). */
function selectionOf(payload: Buffer): string {
	return errorMessage(payload);
}

function parsed(payload: Buffer): unknown {
	try {
		return JSON.parse(payload.toString("utf8"));
	} catch {
		return undefined;
	}
}
