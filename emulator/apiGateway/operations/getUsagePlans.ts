import type { ControlPlane } from "../controlPlane.ts";
import type { GetUsagePlansRequest, UsagePlans } from "../model.generated.ts";
import { page } from "../page.ts";

export function getUsagePlans(
	{ usagePlans, usagePlanKeys }: Pick<ControlPlane, "usagePlans" | "usagePlanKeys">,
	request: GetUsagePlansRequest,
): UsagePlans {
	const { keyId } = request;
	const plans = usagePlans.all().filter(({ id }) => keyId === undefined || usagePlanKeys.get(`${id}/${keyId}`));
	const { items, ...rest } = page(plans, request);
	return { items, ...rest };
}
