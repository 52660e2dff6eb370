import type { GatewayCall } from "./call.ts";
import type { DeployedApi } from "./deployedApi.ts";
import type { StepNeeds } from "./step.ts";

const told = new WeakSet<DeployedApi>();

/** Tells once a deployment which of its settings have no effect here, so that nobody trusts them. */
export function tellNotBuiltYet({ api, target }: GatewayCall, { events }: Pick<StepNeeds, "events">): void {
	if (told.has(api)) return;
	told.add(api);
	const { policy, disableExecuteApiEndpoint } = api.definition;
	const missing = [
		...(policy ? ["its resource policy is not evaluated: everybody may call it"] : []),
		...(disableExecuteApiEndpoint ? ["its default endpoint is disabled, and answers here all the same"] : []),
	];
	for (const text of missing) {
		events.publish({ type: "log", part: "apigateway", level: "warn", text: `API ${target.apiId}: ${text}` });
	}
}
