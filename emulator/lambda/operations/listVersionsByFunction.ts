import { listedConfiguration } from "../functionConfiguration.ts";
import type { Lambda } from "../lambda.ts";
import type { ListVersionsByFunctionRequest, ListVersionsByFunctionResponse } from "../model.generated.ts";
import { page } from "../page.ts";

/** A function's versions, the unpublished one first, then in the order of their publication. */
export function listVersionsByFunction(
	{ functions }: Pick<Lambda, "functions">,
	request: ListVersionsByFunctionRequest,
): ListVersionsByFunctionResponse {
	const { name, latest, versions } = functions.get(functions.name(request.FunctionName));
	// `$LATEST` sorts before digits; numbers are compared at equal length.
	const key = ({ version }: { readonly version: string }) =>
		version === "$LATEST" ? version : version.padStart(10, "0");
	const { entries, next } = page([latest, ...versions], key, request);
	return {
		Versions: entries.map((version) => listedConfiguration(version, functions.arn(name, version.version))),
		...next,
	};
}
