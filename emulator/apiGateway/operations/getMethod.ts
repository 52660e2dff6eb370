import type { ControlPlane } from "../controlPlane.ts";
import { findMethod } from "../lookup.ts";
import type { GetMethodRequest, Method } from "../model.generated.ts";

export function getMethod(needs: Pick<ControlPlane, "resources">, request: GetMethodRequest): Method {
	const [, method] = findMethod(needs, request);
	return method;
}
