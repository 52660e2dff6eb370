import type { ControlPlane } from "../controlPlane.ts";
import { findIntegration } from "../lookup.ts";
import type { GetIntegrationRequest, Integration } from "../model.generated.ts";

export function getIntegration(needs: Pick<ControlPlane, "resources">, request: GetIntegrationRequest): Integration {
	const [, , integration] = findIntegration(needs, request);
	return integration;
}
