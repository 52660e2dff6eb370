/** What is sold, in euros. */
const prices: Readonly<Record<string, number>> = {
	"espresso-beans-1kg": 24.9,
	"filter-papers-100": 4.5,
	"hand-grinder": 89,
	kettle: 64.5,
};

export function priceOf(sku: string): number | undefined {
	return prices[sku];
}
