import * as vscode from "vscode";
import type { App } from "../protocol/app.ts";
import type { EmulatorEvent } from "../protocol/events.ts";
import type { Problem } from "../protocol/problem.ts";
import { type Emulator, EmulatorFailure, type Ending, startEmulator } from "./emulator.ts";
import { readApp } from "./emulatorHttp.ts";
import { followEvents } from "./events.ts";

/** What the tree, the status bar and the panels show of one folder's app. */
export type AppState =
	| { readonly kind: "stopped" }
	/** With the app as it was when this is a recovery: what is on the screen stays there. */
	| { readonly kind: "starting"; readonly app?: App }
	| { readonly kind: "running"; readonly app: App }
	| { readonly kind: "failed"; readonly message: string };

export type FolderAppNeeds = {
	readonly folder: vscode.WorkspaceFolder;
	/** The bundle that is the emulator. */
	readonly program: string;
	/** What the emulator is started with now; undefined when the user does not want to after all. */
	readonly arguments: (port: number) => Promise<readonly string[] | undefined>;
	/** The port in the settings; 0 is any. */
	readonly port: () => number;
	readonly onOutput: (line: string) => void;
	readonly onEvent: (event: EmulatorEvent) => void;
	/** All that is wrong with the app's files, or keeps it from starting; none when it has stopped. */
	readonly onProblems: (problems: readonly Problem[]) => void;
	/** The app's emulator died and will be, or will no more be, started again. */
	readonly onDeath: (message: string, recovering: boolean) => void;
};

/** The app of one workspace folder: its emulator is started, watched, restarted when it dies, and stopped. */
export class FolderApp {
	readonly folder: vscode.WorkspaceFolder;
	readonly #needs: FolderAppNeeds;
	readonly #changed = new vscode.EventEmitter<AppState>();
	readonly onDidChange = this.#changed.event;
	#state: AppState = { kind: "stopped" };
	#run: { readonly emulator: Emulator; readonly following: AbortController } | undefined;
	#refreshing: NodeJS.Timeout | undefined;
	#deaths: readonly number[] = [];
	/** Start, stop and recovery happen one after another, whoever asks. */
	#turn: Promise<unknown> = Promise.resolve();

	constructor(needs: FolderAppNeeds) {
		this.folder = needs.folder;
		this.#needs = needs;
	}

	get state(): AppState {
		return this.#state;
	}

	/** Resolves once the app answers; rejects with the reason when it cannot. */
	start(): Promise<void> {
		return this.#inTurn(async () => {
			if (this.#run !== undefined) return;
			this.#deaths = [];
			await this.#start(this.#needs.port());
		});
	}

	stop(): Promise<void> {
		return this.#inTurn(() => this.#stop());
	}

	restart(): Promise<void> {
		return this.#inTurn(async () => {
			await this.#stop();
			this.#deaths = [];
			await this.#start(this.#needs.port());
		});
	}

	async dispose(): Promise<void> {
		await this.stop();
		this.#changed.dispose();
	}

	async #start(port: number): Promise<void> {
		const before = this.#state;
		this.#become(before.kind === "starting" ? before : { kind: "starting" });
		try {
			const args = await this.#needs.arguments(port);
			if (args === undefined) return this.#become({ kind: "stopped" });
			const emulator = await startEmulator({
				program: this.#needs.program,
				args,
				cwd: this.folder.uri.fsPath,
				startTimeoutMs,
				stopTimeoutMs,
				onOutput: this.#needs.onOutput,
			});
			const following = new AbortController();
			this.#run = { emulator, following };
			void emulator.ended.then((ending) => this.#ended(emulator, ending));
			const app = await emulator.whileItStarts(readApp(emulator.ready.endpoint));
			this.#become({ kind: "running", app });
			void followEvents(emulator.ready.endpoint, (event) => this.#take(event), following.signal);
		} catch (error) {
			await this.#stop();
			if (error instanceof EmulatorFailure) this.#needs.onProblems(error.problems);
			this.#become({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
			throw error;
		}
	}

	async #stop(): Promise<void> {
		const run = this.#run;
		this.#run = undefined;
		run?.following.abort();
		await run?.emulator.stop();
		clearTimeout(this.#refreshing);
		this.#needs.onProblems([]);
		this.#become({ kind: "stopped" });
	}

	#take(event: EmulatorEvent): void {
		this.#needs.onEvent(event);
		if (event.type !== "state" && event.type !== "deployed" && event.type !== "problems") return;
		// A deployment changes many things at once; the tree needs to know once.
		clearTimeout(this.#refreshing);
		this.#refreshing = setTimeout(() => void this.#refresh(), refreshDelayMs);
	}

	async #refresh(): Promise<void> {
		const run = this.#run;
		if (run === undefined) return;
		const app = await readApp(run.emulator.ready.endpoint).catch(() => undefined);
		if (app === undefined || this.#run !== run) return;
		const shown = this.#state.kind === "running" ? this.#state.app : undefined;
		// Most events change nothing that is shown.
		if (JSON.stringify(app) !== JSON.stringify(shown)) this.#become({ kind: "running", app });
	}

	#ended(emulator: Emulator, { code, signal, asked }: Ending): void {
		if (asked) return;
		void this.#inTurn(async () => {
			if (this.#run?.emulator !== emulator) return;
			this.#run.following.abort();
			this.#run = undefined;
			const how = signal ?? `exit code ${code}`;
			const message = vscode.l10n.t("The emulator of {0} ended unexpectedly ({1}).", this.folder.name, how);
			await this.#recover(Number(new URL(emulator.ready.endpoint).port), message);
		});
	}

	/** At the same port, so that what the user has pointed at it goes on; at another when that one is taken now. */
	async #recover(port: number, message: string): Promise<void> {
		const app = this.#state.kind === "running" ? this.#state.app : undefined;
		const now = Date.now();
		this.#deaths = [...this.#deaths.filter((it) => now - it < deathsWithinMs), now];
		const recovering = this.#deaths.length <= deathsMax;
		this.#needs.onDeath(message, recovering);
		if (!recovering) return this.#become({ kind: "failed", message });
		this.#become({ kind: "starting", ...(app === undefined ? {} : { app }) });
		try {
			await this.#start(port);
		} catch (error) {
			const taken = error instanceof EmulatorFailure && error.problems.some((it) => it.code === "port-in-use");
			await this.#recover(taken ? this.#needs.port() : port, error instanceof Error ? error.message : String(error));
		}
	}

	#become(state: AppState): void {
		this.#state = state;
		this.#changed.fire(state);
	}

	#inTurn<Result>(action: () => Promise<Result>): Promise<Result> {
		const result = this.#turn.then(action);
		this.#turn = result.catch(() => {});
		return result;
	}
}

const startTimeoutMs = 60_000;
const stopTimeoutMs = 5_000;
const refreshDelayMs = 100;
/** An app that kills its emulator each time it starts is not started for ever. */
const deathsMax = 3;
const deathsWithinMs = 60_000;
