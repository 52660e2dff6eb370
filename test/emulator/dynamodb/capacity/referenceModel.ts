/**
 * Token buckets written down a second time, as plainly as can be, for tests to compare with: all moments and units are whole
 * numbers, and a bucket is replayed from its beginning for every question.
 */
export type Reference = {
	/** Whether what needs these buckets is let through at this moment; if so, it is paid from each. */
	admits(needs: readonly { readonly bucket: string; readonly units: number }[], nowMs: number): boolean;
};

export function reference(
	buckets: Readonly<Record<string, { readonly perSecond: number; readonly seconds: number }>>,
): Reference {
	const paid: { bucket: string; units: number; at: number }[] = [];
	const start = new Map<string, number>();

	function left(name: string, now: number): number {
		const { perSecond = 0, seconds = 0 } = buckets[name] ?? {};
		const size = perSecond * seconds * 1000;
		let level = size;
		let at = start.get(name) ?? now;
		const fill = (until: number) => {
			level = Math.min(size, level + (until - at) * perSecond);
			at = until;
		};
		for (const payment of paid) {
			if (payment.bucket !== name) continue;
			fill(payment.at);
			level -= payment.units * 1000;
		}
		fill(now);
		return level;
	}

	return {
		admits(needs, now) {
			for (const { bucket } of needs) if (!start.has(bucket)) start.set(bucket, now);
			if (needs.some(({ bucket }) => left(bucket, now) <= 0)) return false;
			for (const { bucket, units } of needs) paid.push({ bucket, units, at: now });
			return true;
		},
	};
}
