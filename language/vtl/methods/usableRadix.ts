/** Where Java's toString has no digits for a radix, it takes 10. */
export function usableRadix(radix: number): number {
	return radix >= 2 && radix <= 36 ? radix : 10;
}
