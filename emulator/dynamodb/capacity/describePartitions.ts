import type {
	KeyHeat,
	PartitionFlow,
	PartitionHeat,
	ResourceFlow,
	ResourcePartitions,
	TablePartitions,
	ThrottlingEvent,
} from "../../../protocol/partitions.ts";
import type { Key, Table } from "../tables/table.ts";
import { capacityFacts, type Direction } from "./capacityFacts.ts";
import { type HotKey, hottest } from "./hotKeys.ts";
import { partitionKeyAt } from "./keyPlaces.ts";
import { perSecond } from "./minuteWindow.ts";
import type { Gauge } from "./partition.ts";
import type { ResourceMeter } from "./resourceMeter.ts";
import { placeOffset } from "./ring.ts";
import { keptEvents, type Metered, type TableMeter } from "./tableMeters.ts";
import { reasonOf } from "./throttledError.ts";
import { tokensIn } from "./tokenBucket.ts";

export function describePartitions(meter: TableMeter, table: Table, throttling: boolean, now: number): TablePartitions {
	const indexes = table.indexes.flatMap((index) => {
		const metered = meter.indexes.get(index.key.space);
		return metered === undefined ? [] : [describeResource(metered, index.name, now)];
	});
	return {
		table: table.name,
		billingMode: meter.definition.billing.mode,
		throttling,
		now: new Date(now).toISOString(),
		resources: [describeResource(meter.own, table.name, now), ...indexes],
		events: eventsOf(meter).map(describeEvent),
	};
}

function eventsOf({ events, eventCount }: TableMeter): TableMeter["events"] {
	const oldest = eventCount % keptEvents;
	return events.length < keptEvents ? events : [...events.slice(oldest), ...events.slice(0, oldest)];
}

function describeEvent({ at, refused, lacks }: TableMeter["events"][number]): ThrottlingEvent {
	return { time: new Date(at).toISOString(), refused, reasons: lacks.map(reasonOf) };
}

function describeResource({ meter, key }: Metered, name: string, now: number): ResourcePartitions {
	const read = describeFlow(meter, "read", now);
	const write = describeFlow(meter, "write", now);
	const count = meter.ring.length;
	const partitions = meter.ring.map((partition, i): PartitionHeat => {
		const first = partitionKeyAt(key, partition.from);
		return {
			from: placeText(partition.from),
			to: placeText(meter.ring[i + 1]?.from),
			...(first && { key: first }),
			read: describeGauge(partition.read, "read", read.capacity / count, now),
			write: describeGauge(partition.write, "write", write.capacity / count, now),
		};
	});
	return {
		name,
		arn: meter.arn,
		kind: meter.kind === "Table" ? "table" : "index",
		read,
		write,
		partitions,
		hotKeys: hottest(meter.hotKeys).map((hot) => describeKey(key, hot, now)),
	};
}

function describeFlow(meter: ResourceMeter, direction: Direction, now: number): ResourceFlow {
	const flow = meter[direction];
	const saved = flow.limits.find(({ type }) => type !== "AccountLimitExceeded")?.bucket;
	return {
		perSecond: perSecond(flow.recent, now) / 1000,
		consumed: flow.total / 1000,
		capacity: saved?.rate ?? meter.ring.length * capacityFacts.partition[direction],
		...(saved && { burst: { left: tokensIn(saved, now) / 1000, full: saved.size / 1000 } }),
		throttled: [...flow.refused].map(([type, { count, at }]) => ({
			reason: reasonOf({ meter, direction, type }).reason,
			count,
			last: new Date(at).toISOString(),
		})),
	};
}

function describeGauge(gauge: Gauge, direction: Direction, share: number, now: number): PartitionFlow {
	const rate = perSecond(gauge.recent, now) / 1000;
	const limit = capacityFacts.partition[direction];
	return {
		perSecond: rate,
		consumed: gauge.total / 1000,
		share: Math.min(share, limit),
		limit,
		boosted: rate > share,
		throttled: gauge.refused,
	};
}

function describeKey(key: Key, hot: HotKey, now: number): KeyHeat {
	return {
		key: partitionKeyAt(key, hot.key.subarray(placeOffset)) ?? {},
		perSecond: perSecond(hot.recent, now) / 1000,
		read: hot.read / 1000,
		write: hot.write / 1000,
		throttled: hot.refused,
	};
}

/** The ring's beginning is all zeros; its end is behind the last hash. */
function placeText(place: Buffer | undefined): string {
	if (place === undefined) return "100000000";
	return place.length === 0 ? "00000000" : place.toString("hex");
}
