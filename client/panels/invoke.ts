import { dirname, sep } from "node:path";
import * as vscode from "vscode";
import type { AppApi } from "../../protocol/app.ts";
import type {
	InvokeAnswer,
	InvokeApi,
	InvokeHost,
	InvokePanel,
	InvokeRequest,
	InvokeTargets,
	MethodChoice,
} from "../../protocol/invoke.ts";
import type { SourceLocation } from "../../protocol/problem.ts";
import type { Apps } from "../apps.ts";
import { readTrace } from "../emulatorHttp.ts";
import type { FolderApp } from "../folderApp.ts";
import { invoke } from "../invocation.ts";
import { openSource } from "../openSource.ts";
import { setting } from "../settings.ts";
import { openPanel, type Panel } from "./panel.ts";

export type InvokePanelNeeds = {
	readonly extension: vscode.Uri;
	readonly apps: Apps;
	readonly start: () => Promise<void>;
};

/** The window's Invoke panel: opened when it is asked for, one at a time. */
export class Invoke implements vscode.WebviewPanelSerializer, vscode.Disposable {
	readonly #needs: InvokePanelNeeds;
	readonly #listening: vscode.Disposable;
	#panel: Panel<InvokePanel> | undefined;
	/** Asked for and not yet shown: the panel may still be loading, or be hidden. */
	#choice: MethodChoice | undefined;
	#underWay: AbortController | undefined;

	constructor(needs: InvokePanelNeeds) {
		this.#needs = needs;
		this.#listening = needs.apps.onDidChange(() => {
			// A hidden panel does not hear this, and asks when it is shown.
			this.#panel?.there.show(this.#targets()).catch(() => {});
		});
	}

	async open(choice: MethodChoice | undefined): Promise<void> {
		this.#choice = choice;
		if (this.#panel === undefined) return this.#connect();
		this.#panel.view.reveal();
		if (choice === undefined) return;
		await this.#panel.there.choose(choice).then(
			() => this.#forget(choice),
			() => {}, // Hidden until now: it asks as it opens.
		);
	}

	/** VS Code brings the panel back after a reload of the window; what the user had written is in its own state. */
	async deserializeWebviewPanel(view: vscode.WebviewPanel): Promise<void> {
		this.#connect(view);
	}

	dispose(): void {
		this.#listening.dispose();
		this.#underWay?.abort();
		this.#panel?.view.dispose();
	}

	#connect(restored?: vscode.WebviewPanel): void {
		const description = { name: "invoke", title: vscode.l10n.t("Invoke Method"), column: vscode.ViewColumn.Active };
		const panel = openPanel<InvokeHost, InvokePanel>(this.#needs.extension, description, this.#host(), restored);
		this.#panel = panel;
		panel.view.onDidDispose(() => {
			this.#underWay?.abort();
			if (this.#panel === panel) this.#panel = undefined;
		});
	}

	#host(): InvokeHost {
		return {
			opened: async () => {
				const choice = this.#choice;
				this.#forget(choice);
				return { targets: this.#targets(), ...(choice === undefined ? {} : { choice }) };
			},
			send: (request) => this.#send(request),
			cancel: async () => this.#underWay?.abort(),
			openSource: async (location) => {
				if (!this.#ownsFile(location)) throw new Error(`${location.file} is no file of an app that is open here.`);
				await openSource(location, vscode.ViewColumn.Beside);
			},
			start: this.#needs.start,
		};
	}

	async #send(request: InvokeRequest): Promise<InvokeAnswer> {
		if (this.#underWay !== undefined) return { kind: "failed", message: "Another request is still under way." };
		const underWay = new AbortController();
		this.#underWay = underWay;
		try {
			const { stage, endpoint } = this.#stageOf(request);
			const timeoutMs = setting("gatewright.invoke.timeoutSeconds") * 1000;
			const answer = await invoke(stage.url, request, { timeoutMs, signal: underWay.signal });
			const id = answer.headers.find((it) => it.name.toLowerCase() === "x-amzn-requestid")?.value;
			const trace = id === undefined ? undefined : await readTrace(endpoint, id);
			return trace === undefined ? answer : { ...answer, trace };
		} catch (error) {
			if (underWay.signal.aborted) return { kind: "cancelled" };
			return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
		} finally {
			this.#underWay = undefined;
		}
	}

	#stageOf({ folder, apiId, stage }: InvokeRequest): { stage: { url: string }; endpoint: string } {
		const state = this.#needs.apps.of(folder)?.state;
		if (state?.kind !== "running") throw new Error("The app does not run. Start it and send again.");
		const found = state.app.apis.find((it) => it.id === apiId)?.stages.find((it) => it.name === stage);
		if (found === undefined) throw new Error(`The running app has no API ${apiId} with a stage ${stage} any more.`);
		return { stage: found, endpoint: state.app.endpoint };
	}

	#targets(): InvokeTargets {
		const { all, running } = this.#needs.apps;
		const starting = all.some((it) => it.state.kind === "starting");
		return {
			state: running.length > 0 ? "running" : starting ? "starting" : "stopped",
			apis: running.flatMap((it) => apisOf(it, all.length > 1)),
		};
	}

	/** The panel may show files of the open folders and of the templates that run, and no others. */
	#ownsFile({ file }: SourceLocation): boolean {
		const uri = vscode.Uri.file(file);
		if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return true;
		return this.#needs.apps.running.some(({ state }) => {
			const template = state.kind === "running" ? state.app.template : undefined;
			return template !== undefined && uri.fsPath.startsWith(dirname(template) + sep);
		});
	}

	#forget(choice: MethodChoice | undefined): void {
		if (this.#choice === choice) this.#choice = undefined;
	}
}

function apisOf({ folder, state }: FolderApp, named: boolean): InvokeApi[] {
	if (state.kind !== "running") return [];
	return state.app.apis.map((api) => ({
		folder: folder.uri.toString(),
		...(named ? { folderName: folder.name } : {}),
		id: api.id,
		name: api.name,
		stages: api.stages,
		methods: methodsOf(api),
	}));
}

export function methodsOf({ resources }: AppApi): InvokeApi["methods"] {
	return resources
		.toSorted((a, b) => a.path.localeCompare(b.path))
		.flatMap(({ path, methods }) =>
			methods.map(({ httpMethod, integration }) => ({ httpMethod, integration, resourcePath: path })),
		);
}
