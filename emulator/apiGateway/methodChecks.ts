import type { ControlPlane } from "./controlPlane.ts";
import type { MethodDefinition } from "./definitions.ts";
import { badRequest, invalidAuthorizer, invalidMapping, invalidValidator } from "./errors.ts";

/** What AWS checks of a method, whether it is put or patched, in this order. */
export function checkMethod(
	needs: Pick<ControlPlane, "models" | "validators" | "authorizers">,
	apiId: string,
	method: MethodDefinition,
): void {
	if (!httpMethods.has(method.httpMethod)) {
		throw badRequest("Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY"); // unverified text
	}
	const { authorizationType, authorizerId } = method;
	if (authorizationType === "CUSTOM" || authorizationType === "COGNITO_USER_POOLS") {
		if (!authorizerId || !needs.authorizers.get(`${apiId}/${authorizerId}`)) throw invalidAuthorizer();
	} else if (authorizationType !== "NONE" && authorizationType !== "AWS_IAM") {
		throw badRequest("Invalid authorization type specified"); // unverified text
	}
	if (method.requestValidatorId && !needs.validators.get(`${apiId}/${method.requestValidatorId}`))
		throw invalidValidator();
	for (const name of Object.values(method.requestModels ?? {})) {
		if (!needs.models.get(`${apiId}/${name}`)) throw badRequest(`Invalid model identifier specified: ${name}`);
	}
	checkParameters(Object.keys(method.requestParameters ?? {}));
}

function checkParameters(parameters: readonly string[]): void {
	const names = new Set<string>();
	for (const parameter of parameters) {
		const name = /^method\.request\.(?:querystring|path|header|multivaluequerystring|multivalueheader)\.(.+)$/.exec(
			parameter,
		)?.[1];
		if (name === undefined) throw invalidMapping(`Invalid mapping expression specified: ${parameter}`);
		// Recorded: test_method_request_parameters, req-params-same-name.
		if (names.has(name)) throw badRequest("Parameter names must be unique across querystring, header and path");
		names.add(name);
	}
}

const httpMethods: ReadonlySet<string> = new Set(["GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY"]);
