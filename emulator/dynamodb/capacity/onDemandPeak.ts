import { capacityFacts, type Direction } from "./capacityFacts.ts";
import type { ResourceMeter } from "./resourceMeter.ts";
import { widen } from "./ring.ts";

/**
 * An on-demand table gives twice the highest rate that it has seen. A new peak counts when it is half an hour old: until then,
 * more than twice the old one may be throttled. `ended` is what the last minute used, in thousandths of a unit.
 */
export function followPeak(meter: ResourceMeter, direction: Direction, ended: number, now: number): void {
	if (meter.billing !== "PAY_PER_REQUEST") return;
	const { peak } = meter[direction];
	const rate = ended / 1000 / 60;
	if (rate > Math.max(peak.settled, peak.rising?.units ?? 0)) {
		peak.rising = { units: rate, since: peak.rising?.since ?? now };
	}
	if (peak.rising === undefined || now - peak.rising.since < capacityFacts.peakSettlesMs) return;
	peak.settled = Math.min(peak.rising.units, capacityFacts.perTable / 2);
	peak.rising = undefined;
	const given = Math.ceil(peak.settled * 2);
	widen(meter.ring, Math.ceil(given / capacityFacts.partition[direction]), now);
	meter.grew(direction, given);
}
