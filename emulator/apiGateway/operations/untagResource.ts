import type { UntagResourceRequest } from "../model.generated.ts";
import { type TagNeeds, taggedResource } from "../taggedResource.ts";

export async function untagResource(needs: TagNeeds, { resourceArn, tagKeys }: UntagResourceRequest): Promise<object> {
	const resource = taggedResource(needs, resourceArn);
	await resource.save(Object.fromEntries(Object.entries(resource.tags).filter(([key]) => !tagKeys.includes(key))));
	return {};
}
