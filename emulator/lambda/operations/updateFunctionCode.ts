import { lastModified } from "../configure.ts";
import { imageForZip, wrongRevision } from "../errors.ts";
import { functionConfiguration, updating } from "../functionConfiguration.ts";
import type { FunctionVersion } from "../functions.ts";
import type { Lambda } from "../lambda.ts";
import type { FunctionConfiguration, UpdateFunctionCodeRequest } from "../model.generated.ts";
import { publish } from "../publish.ts";

/**
 * Gives a function new code. Invocations that run finish on the old one; the next starts on the new. The same folder again
 * means that its content has changed.
 */
export async function updateFunctionCode(
	{ kernel, functions, code, pool }: Pick<Lambda, "kernel" | "functions" | "code" | "pool">,
	request: UpdateFunctionCodeRequest,
): Promise<FunctionConfiguration> {
	const name = functions.name(request.FunctionName);
	const { latest } = functions.get(name);
	if (request.ImageUri !== undefined) throw imageForZip();
	if (request.RevisionId !== undefined && request.RevisionId !== latest.revision) throw wrongRevision();
	const source = await code.save(request);
	const changed = (before: FunctionVersion): FunctionVersion => ({
		...before,
		architecture: request.Architectures?.[0] ?? before.architecture,
		code: source,
		lastModified: lastModified(kernel.clock.now()),
		revision: kernel.ids.uuid(),
		generation: kernel.ids.uuid(),
	});
	if (request.DryRun === true) {
		return functionConfiguration({ ...latest, code: source }, functions.arn(name.name));
	}
	// Read again: saving the code took time.
	const current = functions.get(name);
	const updated = changed(current.latest);
	const changedFunction = { ...current, latest: { ...updated, revision: kernel.ids.uuid() } };
	const published = request.Publish === true ? publish(changedFunction, kernel) : undefined;
	await functions.stored.put(name.name, published?.function ?? changedFunction);
	void pool.retire(name.name, updated.generation);
	kernel.events.publish({ type: "state", kind: "function", id: name.name, change: "updated" });
	return functionConfiguration(published?.version ?? updated, functions.arn(name.name), updating);
}
