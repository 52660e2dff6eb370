import type { ControlPlane } from "../controlPlane.ts";
import { findIntegration, saveMethod } from "../lookup.ts";
import type { DeleteIntegrationRequest } from "../model.generated.ts";

export async function deleteIntegration(
	needs: Pick<ControlPlane, "resources">,
	request: DeleteIntegrationRequest,
): Promise<object> {
	const [resource, { methodIntegration: _, ...method }] = findIntegration(needs, request);
	await saveMethod(needs, resource, method);
	return {};
}
