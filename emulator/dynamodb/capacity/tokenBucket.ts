/**
 * Capacity that comes back with time. Counted in thousandths of a unit, so that a rate in units a second is one in
 * thousandths a millisecond, and all numbers stay whole: a decision never hangs on a rounding.
 */
export type TokenBucket = {
	/** Units a second. */
	rate: number;
	/** What it holds when it is full, in thousandths. */
	size: number;
	tokens: number;
	/** When `tokens` was true. */
	at: number;
};

/** A bucket is full at first, as one that has been idle for long. */
export function tokenBucket(rate: number, seconds: number, now: number): TokenBucket {
	const size = rate * seconds * 1000;
	return { rate, size, tokens: size, at: now };
}

/** What is in the bucket now; below zero while a request that took more than there was is being paid off. */
export function tokensIn(bucket: TokenBucket, now: number): number {
	// A clock that was set back gives nothing and takes nothing.
	if (now > bucket.at) bucket.tokens = Math.min(bucket.size, bucket.tokens + (now - bucket.at) * bucket.rate);
	bucket.at = now;
	return bucket.tokens;
}

export function resizeBucket(bucket: TokenBucket, rate: number, seconds: number, now: number): void {
	tokensIn(bucket, now);
	bucket.rate = rate;
	bucket.size = rate * seconds * 1000;
	bucket.tokens = Math.min(bucket.tokens, bucket.size);
}
