import type { GetTagsRequest, Tags } from "../model.generated.ts";
import { type TagNeeds, taggedResource } from "../taggedResource.ts";

export function getTags(needs: TagNeeds, { resourceArn }: GetTagsRequest): Tags {
	return { tags: taggedResource(needs, resourceArn).tags };
}
