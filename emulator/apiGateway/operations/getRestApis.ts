import { apiAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { GetRestApisRequest, RestApis } from "../model.generated.ts";
import { page } from "../page.ts";

export function getRestApis({ apis }: Pick<ControlPlane, "apis">, request: GetRestApisRequest): RestApis {
	const { items, ...rest } = page(apis.all(), request);
	return { items: items.map((api) => apiAnswer(api, "left out")), ...rest };
}
