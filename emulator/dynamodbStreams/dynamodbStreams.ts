import type { Clock } from "../aws/clock.ts";
import { bind, type Service } from "../aws/service.ts";
import type { AttributeValue, KeySchemaElement } from "./model.generated.ts";
import { operations } from "./operations/index.ts";

/** What the streams' operations need: the clock, and the streams of DynamoDB's tables, handed in at the start. */
export type DynamodbStreams = {
	readonly region: string;
	readonly clock: Clock;
	readonly streams: StreamSource;
};

/** A table's stream, and the id of its first shard. */
export type StreamOfTable = {
	readonly arn: string;
	readonly label: string;
	readonly tableName: string;
	readonly viewType: "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES" | "KEYS_ONLY";
	readonly keySchema: readonly KeySchemaElement[];
	readonly shardId: string;
	readonly createdAt: number;
	/** The number below which no record is; and, of a stream that has ended, above which none is. */
	readonly start: string;
	readonly end?: string;
};

export type Attributes = { readonly [name: string]: AttributeValue };

export type Change = {
	readonly sequence: bigint;
	readonly record: {
		readonly event: "INSERT" | "MODIFY" | "REMOVE";
		readonly at: number;
		readonly size: number;
		readonly keys: Attributes;
		readonly newImage?: Attributes;
		readonly oldImage?: Attributes;
		readonly expired: boolean;
	};
};

export type StreamSource = {
	all(): readonly StreamOfTable[];
	find(arn: string): StreamOfTable | undefined;
	read(arn: string, from: bigint, limit: number): Promise<readonly Change[]>;
	/** The number that the next record will at least have. */
	next(arn: string): bigint;
	/** The number below which records have been forgotten. */
	horizon(arn: string): bigint;
	/** The number below which every record is written that will ever be. */
	written(arn: string): bigint;
	/** Numbers follow the clock: the first of this millisecond. */
	sequenceAt(ms: number): bigint;
};

export const dynamodbStreamsService = (dynamodbStreams: DynamodbStreams): Service => ({
	model: "dynamodbstreams",
	operations: bind(dynamodbStreams, operations),
});
