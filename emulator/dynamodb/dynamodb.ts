import type { EventLog } from "../../protocol/events.ts";
import type { Clock } from "../aws/clock.ts";
import type { Ids } from "../aws/ids.ts";
import type { RecordStore } from "../aws/records.ts";
import { bind, type Call, type Kernel, type Service } from "../aws/service.ts";
import type { Backup } from "./backups/backup.ts";
import { type Backups, openBackups } from "./backups/backups.ts";
import { type ItemHistory, itemHistory } from "./backups/itemHistory.ts";
import { openRecoveryLog, type RecoveryLog } from "./backups/recoveryLog.ts";
import { removeUnfinished } from "./backups/restoreTable.ts";
import { type SpaceCopies, spaceCopies } from "./backups/spaceCopies.ts";
import { type WriteMoments, writeMoments } from "./backups/writeMoments.ts";
import { type Capacity, openCapacity } from "./capacity/capacity.ts";
import { type ExpirySweep, expirySweep } from "./items/expirySweep.ts";
import { type IndexLag, openIndexLag } from "./items/indexLag.ts";
import { type ItemCollections, itemCollections } from "./items/itemCollections.ts";
import { type ItemLocks, itemLocks } from "./items/itemLocks.ts";
import { operations } from "./operations/index.ts";
import { openPolicies, type Policies, type Policy } from "./policies/policies.ts";
import { type ChangeStreams, openChangeStreams, type StreamDefinition } from "./streams/changeStreams.ts";
import { type IndexBuilds, indexBuilds } from "./tables/indexBuilds.ts";
import { removals as planRemovals, type Removals } from "./tables/removals.ts";
import { openSpaces, type SpaceDocument, type Spaces } from "./tables/spaces.ts";
import type { StatisticsDocument } from "./tables/statistics.ts";
import type { TableDefinition } from "./tables/tableDefinition.ts";
import { openTables, type Tables } from "./tables/tables.ts";
import { type Timing, timing as timingOf } from "./tables/timing.ts";

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
	readonly indexLag: IndexLag;
	readonly collections: ItemCollections;
	readonly history: ItemHistory;
	readonly moments: WriteMoments;
	readonly copies: SpaceCopies;
	readonly recoveryLog: RecoveryLog;
	readonly backups: Backups;
	readonly policies: Policies;
	readonly capacity: Capacity;
	readonly locks: ItemLocks;
	readonly builds: IndexBuilds;
	readonly removals: Removals;
	readonly expiry: ExpirySweep;
	readonly timing: Timing;
	/** Where the emulator answers. */
	endpoint(): string;
	close(): Promise<void>;
};

export type DynamodbOptions = {
	/** Seconds by name; a name that is none is refused. */
	readonly timing?: Readonly<Record<string, number>>;
	/** How large an item collection may grow. */
	readonly itemCollectionBytes?: number;
	/** Whether requests are throttled for lack of capacity, as in AWS. */
	readonly throttling?: boolean;
};

/** Developer guide, "Local secondary indexes": items and index entries of one partition key together, 10 GB. */
const itemCollectionBytes = 10 * 2 ** 30;

export async function openDynamodb(kernel: Kernel, options: DynamodbOptions = {}): Promise<Dynamodb> {
	const { account, region, clock, ids, events, records, documents } = kernel;
	const spaces = openSpaces(records, await documents.collection<SpaceDocument>("dynamodb-spaces"), events);
	const tables = await openTables(
		clock,
		await documents.collection<TableDefinition>("dynamodb-tables"),
		await documents.collection<StatisticsDocument>("dynamodb-statistics"),
	);
	const streams = await openChangeStreams({
		clock,
		events,
		records,
		spaces,
		documents: await documents.collection<StreamDefinition>("dynamodb-streams"),
	});
	const locks = itemLocks();
	const timing = timingOf(options.timing);
	const indexLag = await openIndexLag({ clock, events, records, tables, timing });
	const throttling = { enabled: options.throttling ?? false, tables: {} };
	const capacity = openCapacity({ clock, events, tables }, throttling);
	const builds = indexBuilds({ clock, events, records, locks, tables });
	const collections = itemCollections(records, options.itemCollectionBytes ?? itemCollectionBytes);
	const moments = writeMoments();
	const copies = spaceCopies(records, moments);
	const recoveryLog = await openRecoveryLog({ clock, events, records, tables });
	const history = itemHistory(moments, copies, recoveryLog);
	const backups = await openBackups({
		clock,
		events,
		documents: await documents.collection<Backup>("dynamodb-backups"),
		spaces,
		copies,
	});
	const policies = openPolicies(clock, await documents.collection<Policy>("dynamodb-policies"));
	const removals = planRemovals({ clock, events, tables, spaces, streams, indexLag, copies, backups, policies });
	await tables.change(async () => {
		for (const table of tables.all()) {
			if (table.definition.restore?.unfinished) await removeUnfinished({ events, tables, spaces }, table);
			else await removals.plan(table);
		}
	});

	const expiry = expirySweep({
		clock,
		events,
		records,
		locks,
		tables,
		streams,
		indexLag,
		capacity,
		history,
		timing,
		collections,
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
		indexLag,
		collections,
		history,
		moments,
		copies,
		recoveryLog,
		backups,
		policies,
		capacity,
		locks,
		builds,
		removals,
		expiry,
		timing,
		endpoint: kernel.endpoint,
		async close() {
			await expiry.close();
			await removals.close();
			await builds.close();
			await backups.close();
			await recoveryLog.close();
			await indexLag.close();
			await streams.close();
			await spaces.close();
			await tables.close();
		},
	};
}

/** What a template asks for is there at once, whatever times are set: who deploys it does not wait for the virtual clock. */
export function dynamodbService(dynamodb: Dynamodb): Service {
	const byWire = bind(dynamodb, operations);
	const fromWithin = bind({ ...dynamodb, timing: timingOf() }, operations);
	return {
		model: "dynamodb",
		operations: Object.fromEntries(
			Object.entries(byWire).map(([name, operation]) => [
				name,
				(request: never, call: Call) =>
					(call.principal === undefined ? (fromWithin[name] ?? operation) : operation)(request, call),
			]),
		),
	};
}
