import type { GatewayCall } from "./call.ts";
import type { DeployedApi } from "./deployedApi.ts";
import type { StepNeeds } from "./step.ts";

const told = new WeakSet<DeployedApi>();

/** Tells once a deployment which of its settings have no effect here, so that nobody trusts them. */
export function tellNotBuiltYet({ api, target }: GatewayCall, { events }: Pick<StepNeeds, "events">): void {
	if (told.has(api)) return;
	told.add(api);
	if (!api.definition.disableExecuteApiEndpoint) return;
	const text = `API ${target.apiId}: its default endpoint is disabled, and answers here all the same`;
	events.publish({ type: "log", part: "apigateway", level: "warn", text });
}
