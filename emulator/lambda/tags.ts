import { tagsOnQualifier } from "./errors.ts";
import type { Functions, LambdaFunction } from "./functions.ts";

/** The function that an ARN names for its tags; versions and aliases have none of their own. */
export function taggedFunction(functions: Functions, arn: string): LambdaFunction {
	const name = functions.name(arn);
	if (name.qualifier !== undefined) throw tagsOnQualifier();
	return functions.get(name);
}
