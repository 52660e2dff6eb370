import type { EventLog } from "../../protocol/events.ts";
import type { Clock } from "../aws/clock.ts";
import type { Ids } from "../aws/ids.ts";
import type { RecordStore } from "../aws/records.ts";
import { bind, type Kernel, type Service } from "../aws/service.ts";
import { type ItemLocks, itemLocks } from "./items/itemLocks.ts";
import { operations } from "./operations/index.ts";
import { type ChangeStreams, openChangeStreams, type StreamDefinition } from "./streams/changeStreams.ts";
import { openSpaces, type SpaceDocument, type Spaces } from "./tables/spaces.ts";
import type { TableDefinition } from "./tables/tableDefinition.ts";
import { openTables, type Tables } from "./tables/tables.ts";

/** What DynamoDB's operations need. */
export type Dynamodb = {
	readonly account: string;
	readonly region: string;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly events: EventLog;
	readonly records: RecordStore;
	readonly tables: Tables;
	readonly spaces: Spaces;
	readonly streams: ChangeStreams;
	readonly locks: ItemLocks;
	close(): Promise<void>;
};

export async function openDynamodb(kernel: Kernel): Promise<Dynamodb> {
	const { account, region, clock, ids, events, records, documents } = kernel;
	const spaces = openSpaces(records, await documents.collection<SpaceDocument>("dynamodb-spaces"), events);
	const tables = openTables(clock, await documents.collection<TableDefinition>("dynamodb-tables"));
	const streams = await openChangeStreams({
		clock,
		events,
		records,
		spaces,
		documents: await documents.collection<StreamDefinition>("dynamodb-streams"),
	});
	return {
		account,
		region,
		clock,
		ids,
		events,
		records,
		tables,
		spaces,
		streams,
		locks: itemLocks(),
		async close() {
			await streams.close();
			await spaces.close();
		},
	};
}

export const dynamodbService = (dynamodb: Dynamodb): Service => ({
	model: "dynamodb",
	operations: bind(dynamodb, operations),
});
