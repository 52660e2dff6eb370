/** -1, 0 or 1. What cannot be ordered is equal. */
export function order<T extends number | bigint>(left: T, right: T): number {
	return left < right ? -1 : left > right ? 1 : 0;
}
