import { dirname, sep } from "node:path";
import * as vscode from "vscode";
import type { InvokeAnswer, InvokeHost, InvokePanel, InvokeRequest, MethodChoice } from "../../protocol/invoke.ts";
import type { SourceLocation } from "../../protocol/problem.ts";
import type { Apps } from "../apps.ts";
import { readTrace } from "../emulatorHttp.ts";
import { invoke } from "../invocation.ts";
import { invokeTargets } from "../invokeTargets.ts";
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
			this.#panel?.there.show(invokeTargets(this.#needs.apps)).catch(() => {});
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
				return { targets: invokeTargets(this.#needs.apps), ...(choice === undefined ? {} : { choice }) };
			},
			send: (request) => this.#send(request),
			cancel: async () => this.#underWay?.abort(),
			openSource: async (location) => {
				if (!this.#ownsFile(location))
					throw new Error(vscode.l10n.t("{0} is no file of an app that is open here.", location.file));
				await openSource(location, vscode.ViewColumn.Beside);
			},
			start: this.#needs.start,
		};
	}

	async #send(request: InvokeRequest): Promise<InvokeAnswer> {
		if (this.#underWay !== undefined)
			return { kind: "failed", message: vscode.l10n.t("Another request is still under way.") };
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
		if (state?.kind !== "running") throw new Error(vscode.l10n.t("The app does not run. Start it and send again."));
		const found = state.app.apis.find((it) => it.id === apiId)?.stages.find((it) => it.name === stage);
		if (found === undefined)
			throw new Error(vscode.l10n.t("The running app has no API {0} with a stage {1} any more.", apiId, stage));
		return { stage: found, endpoint: state.app.endpoint };
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
