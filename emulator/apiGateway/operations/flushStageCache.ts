import type { ControlPlane } from "../controlPlane.ts";
import { stageNotFound } from "../errors.ts";
import type { FlushStageCacheRequest } from "../model.generated.ts";
import { flushAll } from "../stageCache/cacheOf.ts";

export function flushStageCache(
	{ stages, stageCache }: Pick<ControlPlane, "stages" | "stageCache">,
	{ restApiId, stageName }: FlushStageCacheRequest,
): object {
	const stage = `${restApiId}/${stageName}`;
	if (stages.get(stage) === undefined) throw stageNotFound();
	flushAll(stageCache, stage);
	return {};
}
