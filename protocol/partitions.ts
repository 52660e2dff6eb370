/** What `/_gatewright/dynamodb/throttling` reads and sets: whether requests are throttled, for all tables and for single ones by name. */
export type Throttling = { readonly enabled: boolean; readonly tables: Readonly<Record<string, boolean>> };

/** A table's capacity, partitions and hot keys: `/_gatewright/dynamodb/{table}/partitions`. Amounts are capacity units. */
export type TablePartitions = {
	readonly table: string;
	readonly billingMode: "PROVISIONED" | "PAY_PER_REQUEST";
	/** Whether requests to this table are throttled. What would have been is counted in any case. */
	readonly throttling: boolean;
	/** The time on the virtual clock. */
	readonly now: string;
	/** The table itself, then each global index. Local indexes use the table's capacity and partitions. */
	readonly resources: readonly ResourcePartitions[];
	/** The newest requests that were, or would have been, throttled; the oldest first. */
	readonly events: readonly ThrottlingEvent[];
};

export type ResourcePartitions = {
	readonly name: string;
	readonly arn: string;
	readonly kind: "table" | "index";
	readonly read: ResourceFlow;
	readonly write: ResourceFlow;
	/** In the order of their places; they leave no gap, and no two overlap. */
	readonly partitions: readonly PartitionHeat[];
	/** The partition keys that were used most, the hottest first; keys used little may be missing. */
	readonly hotKeys: readonly KeyHeat[];
};

export type ResourceFlow = {
	/** What it uses a second, over the last minute. */
	readonly perSecond: number;
	/** All that it has used since the emulator started. */
	readonly consumed: number;
	/** What it can give a second: as provisioned, or on demand what its partitions give together. */
	readonly capacity: number;
	/** What is left of it now, and how much there is when nothing has been used for five minutes. Below zero while it is paid back. */
	readonly burst?: { readonly left: number; readonly full: number };
	/** How often requests were, or would have been, throttled, by AWS's reasons. */
	readonly throttled: readonly { readonly reason: string; readonly count: number; readonly last: string }[];
};

export type PartitionHeat = {
	/** Its first place, and the first behind it: the hash of the partition key in eight digits, then of the key itself as many as decide. */
	readonly from: string;
	readonly to: string;
	/** The partition key at its beginning, where it begins at one. */
	readonly key?: KeyValues;
	readonly read: PartitionFlow;
	readonly write: PartitionFlow;
};

export type PartitionFlow = {
	readonly perSecond: number;
	readonly consumed: number;
	/** Its even share of the capacity. */
	readonly share: number;
	/** What it can give at most. */
	readonly limit: number;
	/** Whether it is given more than its share, of what the others leave: adaptive capacity. */
	readonly boosted: boolean;
	readonly throttled: number;
};

export type KeyHeat = {
	readonly key: KeyValues;
	readonly perSecond: number;
	readonly read: number;
	readonly write: number;
	readonly throttled: number;
};

/** The partition key's values by attribute, as DynamoDB writes values; bytes in base64. */
export type KeyValues = Readonly<Record<string, Readonly<Partial<Record<"S" | "N" | "B", string>>>>>;

export type ThrottlingEvent = {
	readonly time: string;
	/** False when throttling was off, and the request was served all the same. */
	readonly refused: boolean;
	readonly reasons: readonly { readonly reason: string; readonly resource: string }[];
};
