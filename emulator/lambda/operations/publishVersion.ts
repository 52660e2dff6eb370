import { wrongCodeSha256, wrongRevision } from "../errors.ts";
import { functionConfiguration } from "../functionConfiguration.ts";
import type { Lambda } from "../lambda.ts";
import type { FunctionConfiguration, PublishVersionRequest } from "../model.generated.ts";
import { publish } from "../publish.ts";

/** Makes a version of the function as it is now. */
export async function publishVersion(
	{ kernel, functions }: Pick<Lambda, "kernel" | "functions">,
	request: PublishVersionRequest,
): Promise<FunctionConfiguration> {
	const name = functions.name(request.FunctionName);
	const found = functions.get(name);
	const { code, revision } = found.latest;
	if (request.RevisionId !== undefined && request.RevisionId !== revision) throw wrongRevision();
	if (request.CodeSha256 !== undefined && request.CodeSha256 !== code.sha256) {
		throw wrongCodeSha256(request.CodeSha256, code.sha256);
	}
	const { function: changed, version } = publish(found, kernel, request.Description);
	if (changed !== found) await functions.stored.put(found.name, changed);
	return functionConfiguration(version, functions.arn(found.name, version.version));
}
