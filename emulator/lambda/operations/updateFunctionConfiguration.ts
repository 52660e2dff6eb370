import { configure, lastModified } from "../configure.ts";
import { wrongRevision } from "../errors.ts";
import { functionConfiguration, updating } from "../functionConfiguration.ts";
import type { FunctionVersion } from "../functions.ts";
import { sayWhatIsIgnored } from "../ignored.ts";
import type { Lambda } from "../lambda.ts";
import type { FunctionConfiguration, UpdateFunctionConfigurationRequest } from "../model.generated.ts";

/** Changes how a function is set up; what is not named stays. Running invocations finish as they began. */
export async function updateFunctionConfiguration(
	{ kernel, functions, pool }: Pick<Lambda, "kernel" | "functions" | "pool">,
	request: UpdateFunctionConfigurationRequest,
): Promise<FunctionConfiguration> {
	const name = functions.name(request.FunctionName);
	const current = functions.get(name);
	const { latest } = current;
	if (request.RevisionId !== undefined && request.RevisionId !== latest.revision) throw wrongRevision();
	const updated: FunctionVersion = {
		...latest,
		...configure(latest, request),
		lastModified: lastModified(kernel.clock.now()),
		revision: kernel.ids.uuid(),
		generation: kernel.ids.uuid(),
	};
	await functions.stored.put(name.name, { ...current, latest: { ...updated, revision: kernel.ids.uuid() } });
	sayWhatIsIgnored(kernel.events, name.name, request);
	void pool.retire(name.name, updated.generation);
	kernel.events.publish({ type: "state", kind: "function", id: name.name, change: "updated" });
	return functionConfiguration(updated, functions.arn(name.name), updating);
}
