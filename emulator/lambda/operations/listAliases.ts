import { aliasConfiguration } from "../aliases.ts";
import type { Lambda } from "../lambda.ts";
import type { ListAliasesRequest, ListAliasesResponse } from "../model.generated.ts";
import { page } from "../page.ts";

/** A function's aliases by name, or those of one of its versions. */
export function listAliases(
	{ functions }: Pick<Lambda, "functions">,
	request: ListAliasesRequest,
): ListAliasesResponse {
	const { name, aliases } = functions.get(functions.name(request.FunctionName));
	const { FunctionVersion } = request;
	const wanted = aliases.filter(({ version }) => FunctionVersion === undefined || version === FunctionVersion);
	const { entries, next } = page(
		wanted.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
		(alias) => alias.name,
		request,
	);
	return { Aliases: entries.map((alias) => aliasConfiguration(alias, functions.arn(name, alias.name))), ...next };
}
