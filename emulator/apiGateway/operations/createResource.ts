import { resourceAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { ResourceDefinition } from "../definitions.ts";
import { findResource } from "../lookup.ts";
import type { CreateResourceRequest, Resource } from "../model.generated.ts";
import { checkPlace, pathOf } from "../resourcePaths.ts";
import { ofApi } from "../stores.ts";

export async function createResource(
	{ resources, ids, events }: Pick<ControlPlane, "resources" | "ids" | "events">,
	{ restApiId, parentId, pathPart }: CreateResourceRequest,
): Promise<Resource> {
	const parent = findResource({ resources }, { restApiId, resourceId: parentId });
	const siblings = ofApi(resources, restApiId);
	checkPlace(siblings, parent, pathPart);

	const resource: ResourceDefinition = {
		id: ids.text(6),
		apiId: restApiId,
		parentId,
		pathPart,
		path: pathOf(parent, pathPart),
		methods: {},
	};
	await resources.put(`${restApiId}/${resource.id}`, resource);
	events.publish({ type: "state", kind: "api", id: restApiId, change: "updated" });
	return resourceAnswer(resource);
}
