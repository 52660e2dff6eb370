/**
 * Which batches of items are on their way. A copy of a table begins when all batches are over that were begun before it: then
 * no batch is in it by half, and each that comes later knows of it.
 */
export type WriteMoments = {
	/** To be ended when the batch is written, or has failed. */
	begin(): Moment;
	/** Resolves when all batches that have begun by now are over. */
	quiet(): Promise<void>;
};

export type Moment = { end(): void };

type Generation = { open: number; over: () => void };

export function writeMoments(): WriteMoments {
	let current: Generation = { open: 0, over: () => {} };
	/** Resolves when all generations before the current one are over. */
	let earlier: Promise<unknown> = Promise.resolve();
	return {
		begin() {
			const generation = current;
			generation.open++;
			return {
				end() {
					if (--generation.open === 0) generation.over();
				},
			};
		},
		async quiet() {
			const before = current;
			current = { open: 0, over: () => {} };
			const over =
				before.open === 0
					? undefined
					: new Promise<void>((resolve) => {
							before.over = resolve;
						});
			earlier = Promise.all([earlier, over]);
			await earlier;
		},
	};
}
