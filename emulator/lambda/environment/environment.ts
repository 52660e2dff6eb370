/**
 * One execution environment: a process that has loaded a function's code and runs one invocation at a time. What speaks
 * to the process, and how, is the business of the files beside this one.
 */
export type Environment = {
	/** How loading the function's code went. Never rejects. */
	readonly initialised: Promise<InitOutcome>;
	/** Runs one invocation; the environment must be initialised and idle. Never rejects. */
	invoke(call: EnvironmentCall): Promise<Outcome>;
	/** Whether the process is gone or going: it takes no more invocations. */
	readonly ended: boolean;
	/** Ends the process and all that it started; resolves when it is gone. */
	stop(): Promise<void>;
	readonly processId: number | undefined;
};

export type EnvironmentSpec = {
	/** AWS's name for the runtime, as `nodejs22.x`. */
	readonly runtime: string;
	readonly handler: string;
	/** The function's code, which AWS shows as /var/task. */
	readonly folder: string;
	readonly memorySizeMb: number;
	/** The whole environment of the process: nothing of the emulator's own is added. */
	readonly variables: Readonly<Record<string, string>>;
	readonly jsonLogs: boolean;
};

export type EnvironmentCall = {
	readonly requestId: string;
	readonly payload: Uint8Array;
	readonly timeoutMs: number;
	readonly invokedFunctionArn: string;
	/** JSON text. */
	readonly clientContext?: string | undefined;
	readonly traceId: string;
};

export type InitOutcome = { readonly kind: "ready" } | Failure;

export type Outcome =
	| ({ readonly kind: "response"; readonly payload: Buffer } & Account)
	/** The response is over AWS's limit and was not transferred. */
	| ({ readonly kind: "tooLarge" } & Account)
	| Failure;

/** What our own runtimes say of the process and the invocation. */
export type Account = {
	readonly maxMemoryMb?: number | undefined;
	/** From reading the event to writing the answer. */
	readonly ranMs?: number | undefined;
};

export type Failure =
	/** What the runtime itself says: `{"errorType":…}`. */
	| ({ readonly kind: "error"; readonly payload: Buffer } & Account)
	/** The process ended without an answer; the reason in AWS's words, absent when it left with status 0. */
	| { readonly kind: "exited"; readonly reason?: string | undefined }
	/** There is no process: the program could not be started. */
	| { readonly kind: "notStarted"; readonly reason: string }
	| { readonly kind: "timedOut" };

/** What a function prints: one entry of its log. */
export type Output = (line: OutputLine) => void;
export type OutputLine = { readonly level: "debug" | "info" | "warn" | "error"; readonly text: string };

/** How long AWS lets a function load before it starts it again within the first invocation. */
export const initTimeoutMs = 10_000;
