import { aliasConfiguration, checkedWeights } from "../aliases.ts";
import { aliasExists } from "../errors.ts";
import type { Alias } from "../functions.ts";
import type { Lambda } from "../lambda.ts";
import type { AliasConfiguration, CreateAliasRequest } from "../model.generated.ts";

/** A name for a version, which may share its invocations with one other. */
export async function createAlias(
	{ kernel, functions }: Pick<Lambda, "kernel" | "functions">,
	request: CreateAliasRequest,
): Promise<AliasConfiguration> {
	const name = functions.name(request.FunctionName);
	// AWS looks for the version, not for the function first: its error names both.
	const found = functions.get({ ...name, qualifier: request.FunctionVersion });
	const weights = checkedWeights(functions, found, request.FunctionVersion, request.RoutingConfig);
	const arn = functions.arn(found.name, request.Name);
	if (found.aliases.some((it) => it.name === request.Name)) throw aliasExists(arn);
	const alias: Alias = {
		name: request.Name,
		version: request.FunctionVersion,
		description: request.Description ?? "",
		weights,
		revision: kernel.ids.uuid(),
	};
	await functions.stored.put(found.name, { ...found, aliases: [...found.aliases, alias] });
	return aliasConfiguration(alias, arn);
}
