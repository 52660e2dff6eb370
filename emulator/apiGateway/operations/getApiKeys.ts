import { apiKeyAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { ApiKeys, GetApiKeysRequest } from "../model.generated.ts";
import { page } from "../page.ts";

/** Newest first; a name is looked for by its beginning (recorded: test_get_api_keys). */
export function getApiKeys({ apiKeys }: Pick<ControlPlane, "apiKeys">, request: GetApiKeysRequest): ApiKeys {
	const { nameQuery, customerId, includeValues = false } = request;
	const wanted = apiKeys
		.all()
		.filter((it) => nameQuery === undefined || it.name?.startsWith(nameQuery))
		.filter((it) => customerId === undefined || it.customerId === customerId)
		.toReversed();
	const { items, ...rest } = page(wanted, request);
	return { items: items.map((it) => apiKeyAnswer(it, { value: includeValues, emptyTags: false })), ...rest };
}
