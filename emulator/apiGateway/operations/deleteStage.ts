import type { ControlPlane } from "../controlPlane.ts";
import { stageNotFound } from "../errors.ts";
import type { DeleteStageRequest } from "../model.generated.ts";
import { flushAll } from "../stageCache/cacheOf.ts";

export async function deleteStage(
	{ stages, events, stageCache }: Pick<ControlPlane, "stages" | "events" | "stageCache">,
	{ restApiId, stageName }: DeleteStageRequest,
): Promise<object> {
	const key = `${restApiId}/${stageName}`;
	if (stages.get(key) === undefined) throw stageNotFound();
	await stages.delete(key);
	flushAll(stageCache, key);
	events.publish({ type: "state", kind: "stage", id: key, change: "deleted" });
	return {};
}
