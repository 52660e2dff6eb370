import type { ControlPlane } from "../controlPlane.ts";
import { responseStatusNotFound } from "../errors.ts";
import { findMethod } from "../lookup.ts";
import type { GetMethodResponseRequest, MethodResponse } from "../model.generated.ts";

export function getMethodResponse(
	needs: Pick<ControlPlane, "resources">,
	request: GetMethodResponseRequest,
): MethodResponse {
	const [, method] = findMethod(needs, request);
	const response = method.methodResponses?.[request.statusCode];
	if (response === undefined) throw responseStatusNotFound();
	return response;
}
