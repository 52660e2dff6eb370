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
		quiet() {
			const before = current;
			current = { open: 0, over: () => {} };
			if (before.open === 0) return Promise.resolve();
			return new Promise((resolve) => {
				before.over = resolve;
			});
		},
	};
}
