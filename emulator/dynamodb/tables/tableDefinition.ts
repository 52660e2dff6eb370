import type { ThroughputChanges } from "../capacity/throughputChanges.ts";
import type { Destination } from "../destinations/destination.ts";
import type { Insight } from "../insights/insight.ts";
import type { KeyType } from "../keys/keyBytes.ts";
import type {
	AttributeDefinition,
	KeySchemaElement,
	OnDemandThroughput,
	Projection,
	ProvisionedThroughput,
	WarmThroughput,
} from "../model.generated.ts";

/** A table as it is stored: what its owner asked for, and where its records are. Never changed in place. */
export type TableDefinition = {
	readonly name: string;
	readonly id: string;
	readonly arn: string;
	readonly attributes: readonly AttributeDefinition[];
	readonly keySchema: readonly KeySchemaElement[];
	readonly billing: Billing;
	readonly indexes: readonly IndexDefinition[];
	/** The records' place in the store; never given to anything else, even when the table is gone. */
	readonly space: number;
	/** The space that holds the sizes of its item collections; a table without local indexes has none. */
	readonly collections?: number;
	readonly createdAt: number;
	/** The change that the table is going through, and when on the virtual clock it will be through. */
	readonly pending: Pending;
	readonly stream?: StreamSetting;
	readonly tags: Readonly<Record<string, string>>;
	readonly timeToLive?: TimeToLiveSetting;
	readonly timeToLiveChange?: TimeToLiveChange;
	/** Point-in-time recovery: the space holds what items were before their changes. */
	readonly recovery?: RecoverySetting;
	/** Where a table comes from that is being restored; such a table cannot be used yet. */
	readonly restore?: RestoreSource;
	readonly destinations?: readonly Destination[];
	readonly insights?: readonly Insight[];
	readonly deletionProtection: boolean;
	readonly deletionProtectionChangedAt?: number;
	readonly tableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS";
	readonly tableClassChangedAt?: number;
	readonly kmsKeyArn?: string;
	readonly onDemandThroughput?: OnDemandThroughput;
	readonly warmThroughput?: WarmThroughput;
	readonly throughputChanges?: ThroughputChanges;
	/** The switches to on demand of the last 24 hours, at least. */
	readonly switchedToOnDemandAt?: readonly number[];
};

/**
 * Where AWS takes seconds or minutes, the emulator takes none by default: the answer to CreateTable says CREATING, as AWS's
 * does, and the next description ACTIVE.
 */
export type Pending = { readonly status: "CREATING" | "UPDATING" | "DELETING"; readonly until: number };

export type Billing =
	| { readonly mode: "PAY_PER_REQUEST"; readonly since: number }
	| {
			readonly mode: "PROVISIONED";
			readonly throughput: ProvisionedThroughput;
			/** A table that was once on demand goes on saying what its billing mode is. */
			readonly wasOnDemandAt?: number;
	  };

export type IndexDefinition = {
	readonly name: string;
	readonly kind: "local" | "global";
	readonly keySchema: readonly KeySchemaElement[];
	readonly projection: Projection;
	readonly space: number;
	readonly throughput?: ProvisionedThroughput;
	readonly onDemandThroughput?: OnDemandThroughput;
	readonly warmThroughput?: WarmThroughput;
	readonly throughputChanges?: ThroughputChanges;
	/** Filled with what the table already held, and not to be read before that is done. */
	readonly backfilling: boolean;
	/** When on the virtual clock a new index is ready at the earliest. */
	readonly readyAt?: number;
	/** When an index that is being deleted is gone, and when a change of its capacity is through. */
	readonly deletingUntil?: number;
	readonly changingUntil?: number;
};

export type StreamSetting = {
	readonly enabled: boolean;
	readonly arn: string;
	readonly label: string;
	readonly viewType: ViewType;
};
export type ViewType = "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES" | "KEYS_ONLY";

/** The space holds the keys of items by the time at which they expire. */
export type TimeToLiveSetting = {
	readonly attribute: string;
	readonly space: number;
	/** While what the table held before is not in it yet. */
	readonly filling?: true;
};

/** The last change of time to live: when it was asked for, and when it is through. */
export type TimeToLiveChange = { readonly attribute: string; readonly at: number; readonly until: number };

export type RecoverySetting = { readonly space: number; readonly enabledAt: number; readonly days: number };

export type RestoreSource = {
	readonly backupArn?: string;
	readonly tableArn: string;
	/** The time of the items. */
	readonly at: number;
	/** Whether items are still missing: such a table is removed when the emulator starts again. */
	readonly unfinished: boolean;
};

export type KeyAttribute = { readonly name: string; readonly type: KeyType };
