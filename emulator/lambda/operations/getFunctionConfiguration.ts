import { functionConfiguration } from "../functionConfiguration.ts";
import type { Lambda } from "../lambda.ts";
import type { FunctionConfiguration, GetFunctionConfigurationRequest } from "../model.generated.ts";

/** How a function, or one version of it, is set up. */
export function getFunctionConfiguration(
	{ functions }: Pick<Lambda, "functions">,
	{ FunctionName, Qualifier }: GetFunctionConfigurationRequest,
): FunctionConfiguration {
	const { version, arn } = functions.resolve(functions.name(FunctionName, Qualifier));
	return functionConfiguration(version, arn);
}
