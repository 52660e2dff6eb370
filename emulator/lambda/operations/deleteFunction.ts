import { latestCannotBeDeleted } from "../errors.ts";
import type { Lambda } from "../lambda.ts";
import type { DeleteFunctionRequest } from "../model.generated.ts";

/** Removes a function with all its versions, or one published version of it. */
export async function deleteFunction(
	{ kernel, functions, pool }: Pick<Lambda, "kernel" | "functions" | "pool">,
	request: DeleteFunctionRequest,
): Promise<Record<string, never>> {
	const name = functions.name(request.FunctionName, request.Qualifier);
	const { qualifier } = name;
	if (qualifier === "$LATEST") throw latestCannotBeDeleted();
	const found = functions.get({ ...name, qualifier: undefined });
	if (qualifier !== undefined) {
		const versions = found.versions.filter(({ version }) => version !== qualifier);
		if (versions.length < found.versions.length) await functions.stored.put(found.name, { ...found, versions });
		return {};
	}
	await functions.stored.delete(found.name);
	void pool.retire(found.name);
	kernel.sources.delete(`functions/${found.name}`);
	kernel.events.publish({ type: "state", kind: "function", id: found.name, change: "deleted" });
	return {};
}
