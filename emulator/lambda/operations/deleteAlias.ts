import type { Lambda } from "../lambda.ts";
import type { DeleteAliasRequest } from "../model.generated.ts";

/** Removes an alias; one that does not exist is removed already. */
export async function deleteAlias(
	{ functions }: Pick<Lambda, "functions">,
	{ FunctionName, Name }: DeleteAliasRequest,
): Promise<Record<string, never>> {
	const found = functions.get(functions.name(FunctionName));
	const aliases = found.aliases.filter(({ name }) => name !== Name);
	const { [Name]: _gone, ...policies } = found.policies;
	await functions.stored.put(found.name, { ...found, aliases, policies });
	return {};
}
