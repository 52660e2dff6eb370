/** Runs a task soon after it was last wanted, one at a time: what is wanted while it runs is done once more behind. */
export function renderQueue(task: () => Promise<void>, failed: (error: unknown) => void): RenderQueue {
	let timer: NodeJS.Timeout | undefined;
	let running = false;
	let again = false;
	const run = async () => {
		timer = undefined;
		if (running) {
			again = true;
			return;
		}
		running = true;
		try {
			await task();
		} catch (error) {
			failed(error);
		} finally {
			running = false;
			if (again) {
				again = false;
				queue.want();
			}
		}
	};
	const queue: RenderQueue = {
		want: () => {
			timer ??= setTimeout(() => void run(), pauseMs);
		},
		dispose: () => clearTimeout(timer),
	};
	return queue;
}

export type RenderQueue = { want(): void; dispose(): void };

/** Keys that are typed together are drawn together. */
const pauseMs = 30;
