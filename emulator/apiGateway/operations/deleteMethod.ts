import type { ControlPlane } from "../controlPlane.ts";
import { findMethod } from "../lookup.ts";
import type { DeleteMethodRequest } from "../model.generated.ts";

export async function deleteMethod(
	needs: Pick<ControlPlane, "resources">,
	request: DeleteMethodRequest,
): Promise<object> {
	const [resource, { httpMethod }] = findMethod(needs, request);
	const { [httpMethod]: _, ...methods } = resource.methods;
	await needs.resources.put(`${resource.apiId}/${resource.id}`, { ...resource, methods });
	return {};
}
