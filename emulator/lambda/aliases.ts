import { functionNotFound, latestCannotBeWeighted, tooManyWeights, versionAlreadyRouted } from "./errors.ts";
import type { Alias, Functions, LambdaFunction } from "./functions.ts";
import type { AliasConfiguration, AliasRoutingConfiguration } from "./model.generated.ts";

/** An alias as AWS shows it. */
export function aliasConfiguration(alias: Alias, arn: string): AliasConfiguration {
	return {
		AliasArn: arn,
		Name: alias.name,
		FunctionVersion: alias.version,
		Description: alias.description,
		...(alias.weights === undefined ? {} : { RoutingConfig: { AdditionalVersionWeights: alias.weights } }),
		RevisionId: alias.revision,
	};
}

/** The weights of a routing configuration for an alias to `version`; refuses what AWS refuses. No weights are none. */
export function checkedWeights(
	functions: Functions,
	found: LambdaFunction,
	version: string,
	routing: AliasRoutingConfiguration | undefined,
): Alias["weights"] {
	const weights = routing?.AdditionalVersionWeights ?? {};
	const others = Object.keys(weights);
	if (others.length > 1) throw tooManyWeights();
	if (others.includes(version)) throw versionAlreadyRouted(version);
	if (others.length > 0 && version === "$LATEST") throw latestCannotBeWeighted();
	for (const wanted of [version, ...others]) {
		const exists = wanted === "$LATEST" || found.versions.some((it) => it.version === wanted);
		if (!exists) throw functionNotFound(functions.arn(found.name, wanted));
	}
	return others.length === 0 ? undefined : weights;
}
