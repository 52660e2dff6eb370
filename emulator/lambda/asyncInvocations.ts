import type { Cancel } from "../aws/clock.ts";
import type { Kernel } from "../aws/service.ts";
import { tooManyEvents } from "./errors.ts";
import type { Resolved } from "./functions.ts";
import type { InvocationCall, InvocationResult } from "./invocation.ts";

/**
 * Invocations that nobody waits for. A function's error is tried again after one minute and after two more, on the
 * virtual clock, with the same request id. They are kept in memory: what waits for a retry is lost when the emulator ends.
 */
export type AsyncInvocations = {
	/** `resolve` is asked again for each attempt: a retry runs the code of its own time. */
	add(resolve: () => Resolved, call: InvocationCall): void;
	close(): void;
};

type Run = (resolved: Resolved, call: InvocationCall) => Promise<InvocationResult>;

export function asyncInvocations({ clock, events }: Pick<Kernel, "clock" | "events">, run: Run): AsyncInvocations {
	const pending = new Set<symbol>();
	const retries = new Set<Cancel>();
	let closed = false;

	const say = (functionName: string, text: string) =>
		events.publish({ type: "log", part: "lambda", level: "warn", text, functionName });

	async function attempt(id: symbol, resolve: () => Resolved, call: InvocationCall, attempts: number): Promise<void> {
		const resolved = resolvedOrGone(resolve);
		if (resolved === undefined) {
			pending.delete(id);
			return;
		}
		const { name } = resolved.version;
		const result = await run(resolved, call).catch((error: unknown) => String(error));
		if (closed || (typeof result !== "string" && result.functionError === undefined)) {
			pending.delete(id);
			return;
		}
		const delayMs = retryDelaysMs[attempts];
		if (delayMs === undefined) {
			pending.delete(id);
			say(name, `Event ${call.requestId} of ${name} failed three times and is dropped.`);
			return;
		}
		if (typeof result === "string") say(name, `Event ${call.requestId} of ${name} could not be run: ${result}`);
		const cancel = clock.after(delayMs, () => {
			retries.delete(cancel);
			void attempt(id, resolve, call, attempts + 1);
		});
		retries.add(cancel);
	}

	return {
		add(resolve, call) {
			if (pending.size >= pendingMax) throw tooManyEvents();
			const id = Symbol(call.requestId);
			pending.add(id);
			void attempt(id, resolve, call, 0);
		},
		close() {
			closed = true;
			for (const cancel of retries) cancel();
		},
	};
}

const retryDelaysMs = [60_000, 120_000];
const pendingMax = 10_000;

/** The function may have been deleted while its event waited. */
function resolvedOrGone(resolve: () => Resolved): Resolved | undefined {
	try {
		return resolve();
	} catch {
		return undefined;
	}
}
