export type Turns = {
	/** Runs the work after what is under way; a run that waits already serves all who ask for one. */
	run(): Promise<void>;
	/** Resolves when nothing runs or waits. */
	settled(): Promise<void>;
};

/** Work that is never done twice at once: at most one run is under way and one waits. */
export function inTurn(work: () => Promise<void>): Turns {
	let current: Promise<void> | undefined;
	let next: Promise<void> | undefined;

	const start = (): Promise<void> => {
		const run = work().finally(() => {
			if (current === run) current = undefined;
		});
		current = run;
		return run;
	};
	const settled = async (): Promise<void> => {
		const pending = next ?? current;
		if (pending === undefined) return;
		await pending.catch(() => {});
		return settled();
	};
	return {
		run() {
			if (current === undefined) return start();
			next ??= current
				.catch(() => {})
				.then(() => {
					next = undefined;
					return start();
				});
			return next;
		},
		settled,
	};
}
