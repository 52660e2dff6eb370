import type { ControlPlane } from "../controlPlane.ts";
import { stageNotFound } from "../errors.ts";
import type { FlushStageAuthorizersCacheRequest } from "../model.generated.ts";

export function flushStageAuthorizersCache(
	{ stages, authorizerCache }: Pick<ControlPlane, "stages" | "authorizerCache">,
	{ restApiId, stageName }: FlushStageAuthorizersCacheRequest,
): object {
	if (stages.get(`${restApiId}/${stageName}`) === undefined) throw stageNotFound();
	authorizerCache.flush(`${restApiId}/${stageName}`);
	return {};
}
