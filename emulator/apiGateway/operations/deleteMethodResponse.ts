import type { ControlPlane } from "../controlPlane.ts";
import { responseStatusNotFound } from "../errors.ts";
import { findMethod, saveMethod } from "../lookup.ts";
import type { DeleteMethodResponseRequest } from "../model.generated.ts";

export async function deleteMethodResponse(
	needs: Pick<ControlPlane, "resources">,
	request: DeleteMethodResponseRequest,
): Promise<object> {
	const [resource, method] = findMethod(needs, request);
	const { [request.statusCode]: doomed, ...methodResponses } = method.methodResponses ?? {};
	if (doomed === undefined) throw responseStatusNotFound();
	await saveMethod(needs, resource, { ...method, methodResponses });
	return {};
}
