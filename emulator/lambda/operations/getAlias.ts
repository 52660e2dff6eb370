import { aliasConfiguration } from "../aliases.ts";
import { aliasNotFound } from "../errors.ts";
import type { Lambda } from "../lambda.ts";
import type { AliasConfiguration, GetAliasRequest } from "../model.generated.ts";

/** One alias. */
export function getAlias(
	{ functions }: Pick<Lambda, "functions">,
	{ FunctionName, Name }: GetAliasRequest,
): AliasConfiguration {
	const found = functions.get(functions.name(FunctionName));
	const arn = functions.arn(found.name, Name);
	const alias = found.aliases.find(({ name }) => name === Name);
	if (alias === undefined) throw aliasNotFound(arn);
	return aliasConfiguration(alias, arn);
}
