import type { Documents } from "../aws/documents.ts";
import type { ControlPlane } from "./controlPlane.ts";
import { taggedResourceNotFound } from "./errors.ts";

export type TagNeeds = Pick<ControlPlane, "apis" | "stages" | "apiKeys" | "usagePlans">;
export type TagMap = Readonly<Record<string, string>>;

/** The tags of what an ARN names, `arn:aws:apigateway:region::/restapis/id…`, and how to put them back. */
export function taggedResource(
	{ apis, stages, apiKeys, usagePlans }: TagNeeds,
	arn: string,
): { readonly tags: TagMap; save(tags: TagMap): Promise<void> } {
	const [, path = ""] = /^arn:[^:]*:apigateway:[^:]*::\/(.+)$/.exec(decoded(arn)) ?? [];
	const [kind, id = "", part, name] = path.split("/");
	if (kind === "restapis" && part === undefined) return tagsOf(apis, id);
	if (kind === "restapis" && part === "stages") return tagsOf(stages, `${id}/${name}`);
	if (kind === "apikeys") return tagsOf(apiKeys, id);
	if (kind === "usageplans") return tagsOf(usagePlans, id);
	throw taggedResourceNotFound();
}

function tagsOf<T extends { readonly tags?: TagMap | undefined }>(documents: Documents<T>, id: string) {
	const definition = documents.get(id);
	if (definition === undefined) throw taggedResourceNotFound();
	return { tags: definition.tags ?? {}, save: (tags: TagMap) => documents.put(id, { ...definition, tags }) };
}

function decoded(arn: string): string {
	try {
		return decodeURIComponent(arn);
	} catch {
		return arn;
	}
}
