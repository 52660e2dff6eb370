import type { ControlPlane } from "../controlPlane.ts";
import { badRequest } from "../errors.ts";
import { findResource } from "../lookup.ts";
import type { DeleteResourceRequest } from "../model.generated.ts";
import { subtree } from "../resourcePaths.ts";
import { ofApi } from "../stores.ts";

/** Removes a resource with everything below it (recorded: test_delete_resource). */
export async function deleteResource(
	{ resources, events }: Pick<ControlPlane, "resources" | "events">,
	request: DeleteResourceRequest,
): Promise<object> {
	const resource = findResource({ resources }, request);
	if (resource.parentId === undefined) throw badRequest("Root resource cannot be deleted"); // unverified text
	const doomed = subtree(ofApi(resources, request.restApiId), resource);
	// Leaves first, so that no crash leaves a resource without its parent.
	for (const it of doomed.toReversed()) await resources.delete(`${request.restApiId}/${it.id}`);
	events.publish({ type: "state", kind: "api", id: request.restApiId, change: "updated" });
	return {};
}
