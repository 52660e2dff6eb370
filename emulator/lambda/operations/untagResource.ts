import type { Lambda } from "../lambda.ts";
import type { UntagResourceRequest } from "../model.generated.ts";
import { taggedFunction } from "../tags.ts";

/** Takes tags from a function; what it does not have is gone already. */
export async function untagResource(
	{ kernel, functions }: Pick<Lambda, "kernel" | "functions">,
	{ Resource, TagKeys }: UntagResourceRequest,
): Promise<Record<string, never>> {
	const found = taggedFunction(functions, Resource);
	const tags = Object.fromEntries(Object.entries(found.tags).filter(([key]) => !TagKeys.includes(key)));
	const latest = { ...found.latest, revision: kernel.ids.uuid() };
	await functions.stored.put(found.name, { ...found, latest, tags });
	return {};
}
