import type { IndexDefinition } from "./tableDefinition.ts";

/** What a request says of an index, as it is kept. */
export function defineIndex(
	index: IndexRequest,
	kind: "local" | "global",
	space: number,
	backfilling: boolean,
): IndexDefinition {
	return {
		name: index.IndexName,
		keySchema: index.KeySchema,
		projection: index.Projection,
		...(index.ProvisionedThroughput && { throughput: index.ProvisionedThroughput }),
		...(index.OnDemandThroughput && { onDemandThroughput: index.OnDemandThroughput }),
		...(index.WarmThroughput && { warmThroughput: index.WarmThroughput }),
		kind,
		space,
		backfilling,
	};
}

type IndexRequest = {
	readonly IndexName: string;
	readonly KeySchema: IndexDefinition["keySchema"];
	readonly Projection: IndexDefinition["projection"];
	readonly ProvisionedThroughput?: IndexDefinition["throughput"] | undefined;
	readonly OnDemandThroughput?: IndexDefinition["onDemandThroughput"] | undefined;
	readonly WarmThroughput?: IndexDefinition["warmThroughput"] | undefined;
};
