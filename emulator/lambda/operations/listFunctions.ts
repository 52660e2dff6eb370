import { listedConfiguration } from "../functionConfiguration.ts";
import type { Lambda } from "../lambda.ts";
import type { FunctionConfiguration, ListFunctionsRequest, ListFunctionsResponse } from "../model.generated.ts";
import { page } from "../page.ts";

/** All functions by name, 50 to a page unless fewer are asked for; with `FunctionVersion: ALL`, their versions too. */
export function listFunctions(
	{ functions }: Pick<Lambda, "functions">,
	request: ListFunctionsRequest,
): ListFunctionsResponse {
	const all = request.FunctionVersion === "ALL";
	const listed = functions.stored.all().flatMap(({ latest, versions }) =>
		(all ? [latest, ...versions] : [latest]).map((version) => {
			return listedConfiguration(version, functions.arn(version.name, all ? version.version : undefined));
		}),
	);
	const key = ({ FunctionArn = "" }: FunctionConfiguration) => FunctionArn;
	const { entries, next } = page(
		listed.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
		key,
		request,
	);
	return { Functions: entries, ...next };
}
