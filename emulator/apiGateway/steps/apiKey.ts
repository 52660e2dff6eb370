import type { Documents } from "../../aws/documents.ts";
import { type GatewayCall, routeOf } from "../call.ts";
import type { ApiKeyDefinition } from "../definitions.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { headerValue } from "../headerList.ts";
import { passed, type Shown, type StepNeeds, type StepNote, skipped } from "../step.ts";

/** Asks for an API key where the method does: a known, enabled one, in a usage plan that has this stage. */
export function apiKey(call: GatewayCall, needs: StepNeeds): StepNote {
	if (!routeOf(call).method.apiKeyRequired) return noKey;
	const fromAuthorizer = call.api.definition.apiKeySource === "AUTHORIZER";
	const place = fromAuthorizer ? "the authorizer's usageIdentifierKey" : "the header x-api-key";
	const value = fromAuthorizer ? call.authorizer?.usageIdentifierKey : headerValue(call.headers, "x-api-key");
	if (!value) throw refused(`the method asks for an API key and ${place} has none`);

	const key = keysByValue(needs.apiKeys).get(value);
	if (key === undefined) throw refused(`${place} has a key that does not exist`);
	if (!key.enabled) throw refused(`the API key ${key.name ?? key.id} is disabled`);
	const plan = needs.usagePlans
		.all()
		.find(
			({ id, apiStages }) =>
				needs.usagePlanKeys.get(`${id}/${key.id}`) !== undefined &&
				apiStages?.some(({ apiId, stage }) => apiId === call.target.apiId && stage === call.target.stage),
		);
	if (plan === undefined)
		throw refused(`the API key ${key.name ?? key.id} is in no usage plan of stage ${call.target.stage}`);
	call.client = { key, plan };
	return passed(`API key ${key.name ?? key.id} of usage plan ${plan.name ?? plan.id}`, {
		shown: shownIds(key.id, plan.id),
		property: ["ApiKeyRequired"],
	});
}

function shownIds(apiKeyId: string, usagePlanId: string): Shown {
	return () => ({ after: { apiKeyId, usagePlanId } });
}

const noKey = skipped("the method asks for no API key");

function refused(reason: string): GatewayResponse {
	return new GatewayResponse("INVALID_API_KEY", reason, { property: ["ApiKeyRequired"] });
}

const indexes = new WeakMap<readonly ApiKeyDefinition[], Map<string, ApiKeyDefinition>>();

/** The list of documents is the same one until a key changes, so its index may be kept as long. */
function keysByValue(apiKeys: Documents<ApiKeyDefinition>): Map<string, ApiKeyDefinition> {
	const all = apiKeys.all();
	let index = indexes.get(all);
	if (index === undefined) {
		index = new Map(all.map((key) => [key.value, key]));
		indexes.set(all, index);
	}
	return index;
}
