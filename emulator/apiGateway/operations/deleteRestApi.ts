import type { ControlPlane } from "../controlPlane.ts";
import { findApi } from "../lookup.ts";
import type { DeleteRestApiRequest } from "../model.generated.ts";
import { ofApi } from "../stores.ts";

/** Removes an API and all that is part of it. */
export async function deleteRestApi(needs: ControlPlane, { restApiId }: DeleteRestApiRequest): Promise<object> {
	findApi(needs, restApiId);
	const { stages, deployments, resources, models, validators, authorizers, gatewayResponses } = needs;
	// The API goes last: a crash in between leaves an API that can be deleted again, never parts without an owner.
	for (const stage of ofApi(stages, restApiId)) await stages.delete(`${restApiId}/${stage.stageName}`);
	for (const it of ofApi(deployments, restApiId)) await deployments.delete(`${restApiId}/${it.id}`);
	for (const it of ofApi(models, restApiId)) await models.delete(`${restApiId}/${it.name}`);
	for (const it of ofApi(validators, restApiId)) await validators.delete(`${restApiId}/${it.id}`);
	for (const it of ofApi(authorizers, restApiId)) await authorizers.delete(`${restApiId}/${it.id}`);
	for (const it of ofApi(gatewayResponses, restApiId)) await gatewayResponses.delete(`${restApiId}/${it.responseType}`);
	for (const it of ofApi(resources, restApiId)) await resources.delete(`${restApiId}/${it.id}`);
	await needs.apis.delete(restApiId);
	needs.events.publish({ type: "state", kind: "api", id: restApiId, change: "deleted" });
	return {};
}
