import type { Clock } from "../aws/clock.ts";
import type { UsagePlanDefinition } from "./definitions.ts";

/** Token buckets and quota counts on the virtual clock. In memory: AWS's are "best effort" too, and a restart starts anew. */
export type Throttle = {
	/** Takes a token; false when the bucket is empty. A bucket whose limits change starts full. */
	take(bucket: string, limit: Limit): boolean;
	/** Counts a request against a plan's quota; false when it is used up. */
	count(plan: UsagePlanDefinition, keyId: string): boolean;
};
export type Limit = { readonly rate: number; readonly burst: number };

export function throttle(clock: Clock): Throttle {
	const buckets = new Map<string, Bucket>();
	const counts = new Map<string, { window: string; used: number }>();
	return {
		take(name, limit) {
			const now = clock.now();
			let bucket = buckets.get(name);
			if (bucket === undefined || bucket.rate !== limit.rate || bucket.burst !== limit.burst || now < bucket.at) {
				bucket = { ...limit, tokens: limit.burst, at: now };
			}
			buckets.delete(name);
			buckets.set(name, bucket);
			forgetOldest(buckets);
			bucket.tokens = Math.min(limit.burst, bucket.tokens + ((now - bucket.at) / 1000) * limit.rate);
			bucket.at = now;
			if (bucket.tokens < 1) return false;
			bucket.tokens -= 1;
			return true;
		},
		count(plan, keyId) {
			const { quota } = plan;
			if (quota?.limit === undefined) return true;
			const name = `${plan.id}/${keyId}`;
			const window = quotaWindow(clock.now(), quota.period ?? "DAY");
			let entry = counts.get(name);
			// The offset is taken from the first window only: it stands for calls made before the plan was set up.
			if (entry === undefined) entry = { window, used: quota.offset ?? 0 };
			else if (entry.window !== window) entry = { window, used: 0 };
			counts.delete(name);
			counts.set(name, entry);
			forgetOldest(counts);
			if (entry.used >= quota.limit) return false;
			entry.used += 1;
			return true;
		},
	};
}

type Bucket = { rate: number; burst: number; tokens: number; at: number };

/** Which day, week (from Sunday) or month a time is in, by UTC. */
function quotaWindow(ms: number, period: "DAY" | "WEEK" | "MONTH"): string {
	const date = new Date(ms);
	if (period === "MONTH") return date.toISOString().slice(0, 7);
	if (period === "WEEK") date.setUTCDate(date.getUTCDate() - date.getUTCDay());
	return date.toISOString().slice(0, 10);
}

const mostEntries = 10_000;

function forgetOldest(map: Map<string, unknown>): void {
	if (map.size <= mostEntries) return;
	const [oldest] = map.keys();
	if (oldest !== undefined) map.delete(oldest);
}
