import type { TagResourceRequest } from "../model.generated.ts";
import { type TagNeeds, taggedResource } from "../taggedResource.ts";

export async function tagResource(needs: TagNeeds, { resourceArn, tags }: TagResourceRequest): Promise<object> {
	const resource = taggedResource(needs, resourceArn);
	await resource.save({ ...resource.tags, ...tags });
	return {};
}
