import type { ControlPlane } from "./controlPlane.ts";
import type { ApiSnapshot } from "./definitions.ts";
import { findApi } from "./lookup.ts";
import { ofApi } from "./stores.ts";

/** An API as it is now, whole. */
export function snapshotOf(needs: ControlPlane, apiId: string): ApiSnapshot {
	return {
		api: findApi(needs, apiId),
		resources: ofApi(needs.resources, apiId),
		models: ofApi(needs.models, apiId),
		validators: ofApi(needs.validators, apiId),
		authorizers: ofApi(needs.authorizers, apiId),
		gatewayResponses: ofApi(needs.gatewayResponses, apiId),
	};
}
