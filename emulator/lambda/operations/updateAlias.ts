import { aliasConfiguration, checkedWeights } from "../aliases.ts";
import { aliasNotFound, wrongRevision } from "../errors.ts";
import type { Alias } from "../functions.ts";
import type { Lambda } from "../lambda.ts";
import type { AliasConfiguration, UpdateAliasRequest } from "../model.generated.ts";

/** Points an alias elsewhere, or changes its weights or description. */
export async function updateAlias(
	{ kernel, functions }: Pick<Lambda, "kernel" | "functions">,
	request: UpdateAliasRequest,
): Promise<AliasConfiguration> {
	const found = functions.get(functions.name(request.FunctionName));
	const arn = functions.arn(found.name, request.Name);
	const before = found.aliases.find(({ name }) => name === request.Name);
	if (before === undefined) throw aliasNotFound(arn);
	if (request.RevisionId !== undefined && request.RevisionId !== before.revision) throw wrongRevision();
	const version = request.FunctionVersion ?? before.version;
	const routing = request.RoutingConfig ?? { AdditionalVersionWeights: before.weights };
	const alias: Alias = {
		...before,
		version,
		description: request.Description ?? before.description,
		weights: checkedWeights(functions, found, version, routing),
		revision: kernel.ids.uuid(),
	};
	const aliases = found.aliases.map((it) => (it === before ? alias : it));
	await functions.stored.put(found.name, { ...found, aliases });
	return aliasConfiguration(alias, arn);
}
