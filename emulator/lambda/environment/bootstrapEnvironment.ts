import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { type Exit, launch, type RuntimeProcess } from "./childProcess.ts";
import {
	type Environment,
	type EnvironmentSpec,
	type InitOutcome,
	initTimeoutMs,
	type Outcome,
	type Output,
} from "./environment.ts";
import type { ProcessGuard } from "./processGuard.ts";
import { openRuntimeApi, type RuntimeApi } from "./runtimeApi.ts";
import { withinTime } from "./withinTime.ts";

/** An environment that runs the function's own `bootstrap` and speaks AWS's Runtime API with it. */
export function bootstrapEnvironment(spec: EnvironmentSpec, output: Output, guard: ProcessGuard): Environment {
	let process: RuntimeProcess | undefined;
	let api: RuntimeApi | undefined;
	let ended = false;
	const end = () => {
		ended = true;
		process?.kill();
	};

	/** What the runtime answers, or the end of the process or of the time. */
	async function within<T extends { readonly kind: string }>(
		timeoutMs: number,
		answered: Promise<T>,
		exited: Promise<Exit>,
	) {
		const outcome = await withinTime(timeoutMs, Promise.race([answered, exited]));
		if (outcome.kind === "timedOut") end();
		// What was printed before the answer is in the other pipes by now: they are read in this turn of the loop.
		await turn();
		return outcome;
	}

	async function start(): Promise<InitOutcome> {
		api = await openRuntimeApi(responseBytesMax);
		if (ended) {
			api.close();
			return { kind: "exited" };
		}
		const started = launch(
			{
				command: join(spec.folder, "bootstrap"),
				arguments: [],
				folder: spec.folder,
				variables: { ...spec.variables, AWS_LAMBDA_RUNTIME_API: api.address },
				pipes: false,
			},
			guard,
		);
		process = started;
		started.listen(output);
		void started.exited.then(() => api?.close());
		const outcome = await within(initTimeoutMs, api.initialised, started.exited);
		if (outcome.kind !== "ready") end();
		return outcome;
	}

	const initialised = start().catch((error: unknown): InitOutcome => ({ kind: "exited", reason: String(error) }));
	return {
		initialised,
		invoke(call): Promise<Outcome> {
			if (api === undefined || process === undefined) return Promise.resolve({ kind: "exited" });
			return within(call.timeoutMs, api.invoke(call), process.exited);
		},
		get ended() {
			return ended || (process?.gone ?? false);
		},
		async stop() {
			end();
			await process?.exited;
		},
		get processId() {
			return process?.child.pid;
		},
	};
}

/** AWS's limit for a response, and the 100 bytes it grants on top. */
const responseBytesMax = 6 * 1024 * 1024 + 100;
