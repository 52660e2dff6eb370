import { configure, defaults, lastModified } from "../configure.ts";
import { functionExists, imageNotSupported, missingHandler } from "../errors.ts";
import { creating, functionConfiguration } from "../functionConfiguration.ts";
import type { FunctionVersion, LambdaFunction } from "../functions.ts";
import { sayWhatIsIgnored } from "../ignored.ts";
import type { Lambda } from "../lambda.ts";
import type { CreateFunctionRequest, FunctionConfiguration } from "../model.generated.ts";
import { publish } from "../publish.ts";

/** Makes a function from a zip file or a folder. It is ready at once; the answer says Pending, as AWS's does. */
export async function createFunction(
	{ kernel, functions, code }: Pick<Lambda, "kernel" | "functions" | "code">,
	request: CreateFunctionRequest,
): Promise<FunctionConfiguration> {
	const { name } = functions.name(request.FunctionName);
	if (request.PackageType === "Image") throw imageNotSupported();
	if (request.Runtime === undefined || request.Handler === undefined) throw missingHandler();
	const configured = configure(defaults(name, request.Role), request);
	if (functions.stored.get(name) !== undefined) throw functionExists(name);
	const latest: FunctionVersion = {
		...configured,
		architecture: request.Architectures?.[0] ?? "x86_64",
		version: "$LATEST",
		code: await code.save(request.Code),
		lastModified: lastModified(kernel.clock.now()),
		revision: kernel.ids.uuid(),
		generation: kernel.ids.uuid(),
	};
	// Saving the code took time: the name may have been taken meanwhile.
	if (functions.stored.get(name) !== undefined) throw functionExists(name);
	const made: LambdaFunction = {
		name,
		// On AWS the change from Pending to Active is a change of its own.
		latest: { ...latest, revision: kernel.ids.uuid() },
		versions: [],
		nextVersion: 1,
		aliases: [],
		policies: {},
		tags: request.Tags ?? {},
	};
	const published = request.Publish === true ? publish(made, kernel) : undefined;
	await functions.stored.put(name, published?.function ?? made);
	sayWhatIsIgnored(kernel.events, name, request);
	kernel.events.publish({ type: "state", kind: "function", id: name, change: "created" });
	return functionConfiguration(published?.version ?? latest, functions.arn(name), creating);
}
