import type { Dynamodb } from "../dynamodb.ts";
import type { ListTagsOfResourceRequest, ListTagsOfResourceResponse } from "../model.generated.ts";
import { tableOfArn } from "../tables/resourceArn.ts";

/** All tags at once: a table has at most 50, where AWS pages them by ten. */
export function listTagsOfResource(
	needs: Pick<Dynamodb, "account" | "region" | "tables">,
	request: ListTagsOfResourceRequest,
): ListTagsOfResourceResponse {
	const { tags } = tableOfArn(needs, request.ResourceArn).definition;
	return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
}
