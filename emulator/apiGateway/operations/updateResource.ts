import { resourceAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { ResourceDefinition } from "../definitions.ts";
import { badRequest } from "../errors.ts";
import { findResource } from "../lookup.ts";
import type { Resource, UpdateResourceRequest } from "../model.generated.ts";
import { patch, refuseWithList, replaceable } from "../patch.ts";
import { checkPlace, pathOf, subtree } from "../resourcePaths.ts";
import { ofApi } from "../stores.ts";

/** Renames or moves a resource; what is below it moves along (recorded: test_update_resource_behaviour). */
export async function updateResource(
	{ resources }: Pick<ControlPlane, "resources">,
	request: UpdateResourceRequest,
): Promise<Resource> {
	const { restApiId } = request;
	const resource = findResource({ resources }, request);
	const { pathPart = "", parentId = "" } = patch(resource, request.patchOperations, rules, refuseWithList);
	if (resource.parentId === undefined) {
		if (pathPart !== "") throw badRequest("Root resource cannot update its pathPart.");
		if (parentId !== "") throw badRequest("Root resource cannot update its parentId.");
		return resourceAnswer(resource);
	}
	const all = ofApi(resources, restApiId);
	const parent = findResource({ resources }, { restApiId, resourceId: parentId });
	const below = subtree(all, resource);
	if (below.some((it) => it.id === parentId)) throw badRequest("Resources cannot be cyclical.");
	checkPlace(all, parent, pathPart, resource);

	const moved: ResourceDefinition = { ...resource, pathPart, parentId, path: pathOf(parent, pathPart) };
	const paths = new Map([[moved.id, moved]]);
	await resources.put(`${restApiId}/${moved.id}`, moved);
	for (const child of below.slice(1)) {
		const above = paths.get(child.parentId ?? "");
		if (above === undefined) continue;
		const follows = { ...child, path: pathOf(above, child.pathPart ?? "") };
		paths.set(child.id, follows);
		await resources.put(`${restApiId}/${child.id}`, follows);
	}
	return resourceAnswer(moved);
}

const rules = replaceable("text", "/parentId", "/pathPart");
