import type { Lambda } from "../lambda.ts";
import type { ListTagsRequest, ListTagsResponse } from "../model.generated.ts";
import { taggedFunction } from "../tags.ts";

/** A function's tags. */
export function listTags({ functions }: Pick<Lambda, "functions">, { Resource }: ListTagsRequest): ListTagsResponse {
	return { Tags: taggedFunction(functions, Resource).tags };
}
