import { pathToFileURL } from "node:url";
import { functionConfiguration } from "../functionConfiguration.ts";
import type { Lambda } from "../lambda.ts";
import type { GetFunctionRequest, GetFunctionResponse } from "../model.generated.ts";

/** A function's configuration, where its code is, its tags and its reserved concurrency. */
export function getFunction(
	{ functions }: Pick<Lambda, "functions">,
	{ FunctionName, Qualifier }: GetFunctionRequest,
): GetFunctionResponse {
	const { function: found, version, arn } = functions.resolve(functions.name(FunctionName, Qualifier));
	const { reservedConcurrency, tags } = found;
	return {
		Configuration: functionConfiguration(version, arn),
		// AWS gives a signed address of the zip file. Here the code lies unpacked in a folder, and this is its address.
		Code: { RepositoryType: "S3", Location: pathToFileURL(version.code.folder).href },
		...(Object.keys(tags).length === 0 ? {} : { Tags: tags }),
		...(reservedConcurrency === undefined
			? {}
			: { Concurrency: { ReservedConcurrentExecutions: reservedConcurrency } }),
	};
}
