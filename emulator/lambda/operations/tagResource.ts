import { noTags, tooManyTags } from "../errors.ts";
import type { Lambda } from "../lambda.ts";
import type { TagResourceRequest } from "../model.generated.ts";
import { taggedFunction } from "../tags.ts";

/** Adds tags to a function, over those of the same name. */
export async function tagResource(
	{ kernel, functions }: Pick<Lambda, "kernel" | "functions">,
	{ Resource, Tags }: TagResourceRequest,
): Promise<Record<string, never>> {
	if (Object.keys(Tags).length === 0) throw noTags();
	const found = taggedFunction(functions, Resource);
	const tags = { ...found.tags, ...Tags };
	if (Object.keys(tags).length > tagsMax) throw tooManyTags();
	const latest = { ...found.latest, revision: kernel.ids.uuid() };
	await functions.stored.put(found.name, { ...found, latest, tags });
	return {};
}

const tagsMax = 50;
