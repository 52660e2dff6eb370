import type { StageDefinition } from "../definitions.ts";

/** How much a stage's cluster holds. The sizes are gigabytes, as the model's CacheClusterSize names them. */
export function clusterBytes({ cacheClusterSize }: StageDefinition): number {
	return Number(cacheClusterSize ?? "0.5") * 1024 ** 3;
}
