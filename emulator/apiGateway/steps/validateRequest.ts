import { type GatewayCall, routeOf } from "../call.ts";
import type { MethodDefinition, ValidatorDefinition } from "../definitions.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { headerValue } from "../headerList.ts";
import { mediaType } from "../mediaTypes.ts";
import { passed, type StepNote, skipped } from "../step.ts";

/** Checks required parameters, then the body by the model of its content type, as far as the method's validator says. */
export function validateRequest(call: GatewayCall): StepNote | Promise<StepNote> {
	const { method } = routeOf(call);
	const { requestValidatorId } = method;
	const validator = requestValidatorId === undefined ? undefined : call.api.validators.get(requestValidatorId);
	if (validator === undefined) return noValidator;
	return check(call, method, validator);
}

const noValidator = skipped("the method has no request validator");

async function check(call: GatewayCall, method: MethodDefinition, validator: ValidatorDefinition): Promise<StepNote> {
	const done: string[] = [];
	if (validator.validateRequestParameters) done.push(checkParameters(call, method));
	if (validator.validateRequestBody) done.push(await checkBody(call, method));
	if (done.length === 0) return skipped(`the request validator ${validator.name ?? validator.id} checks nothing`);
	return passed(done.join("; "), { property: ["RequestValidatorId"] });
}

/** Recorded: test_api_gateway_request_validator. Missing ones are named in the order of their keys: header, path, querystring. */
function checkParameters(call: GatewayCall, method: MethodDefinition): string {
	const required = Object.entries(method.requestParameters ?? {})
		.filter(([, isRequired]) => isRequired)
		.map(([key]) => key)
		.toSorted();
	const missing = required.filter((key) => !isPresent(call, key));
	if (missing.length === 0) return `${required.length} required parameters are there`;
	const names = missing.map((key) => key.split(".").slice(3).join("."));
	const message = `Missing required request parameters: [${names.join(", ")}]`;
	throw new GatewayResponse("BAD_REQUEST_PARAMETERS", message, {
		message,
		after: { missing },
		property: ["RequestParameters", missing[0] ?? ""],
	});
}

/** Required means there and not blank (docs: api-gateway-request-validation-test). */
function isPresent(call: GatewayCall, key: string): boolean {
	const [, , place = "", ...rest] = key.split(".");
	const name = rest.join(".");
	const value = place.endsWith("header")
		? headerValue(call.headers, name)
		: place === "path"
			? routeOf(call).pathParameters[name]
			: call.query.find(([it]) => it === name)?.[1];
	return value !== undefined && value.trim() !== "";
}

async function checkBody(call: GatewayCall, method: MethodDefinition): Promise<string> {
	const models = method.requestModels ?? {};
	const contentType = mediaType(headerValue(call.headers, "content-type")) ?? "application/json";
	const modelName = models[contentType] ?? models["$default"];
	if (modelName === undefined) return `no model for ${contentType}: the body is not checked`;
	const fault = await call.api.checkBody(modelName, call.body.toString("utf8"));
	if (fault === undefined) return `the body fits the model ${modelName}`;
	const [first] = fault.faults;
	const where = first === undefined ? "" : `: ${first.pointer || "the body"} ${first.message} (${first.keyword})`;
	throw new GatewayResponse("BAD_REQUEST_BODY", `the body does not fit the model ${modelName}${where}`, {
		validationError: fault.validationError,
		after: { model: modelName, validationErrorString: fault.validationError, faults: fault.faults.slice(0, 20) },
		property: ["RequestModels", contentType],
	});
}
