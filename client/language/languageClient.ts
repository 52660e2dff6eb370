import * as vscode from "vscode";
import { LanguageClient, RevealOutputChannelOn, TransportKind } from "vscode-languageclient/node";
import type { ModelRequests } from "../../protocol/models.ts";
import type { RenderAnswer, RenderParams } from "../../protocol/preview.ts";
import type { RecordedParams, StoppedParams } from "../../protocol/recorded.ts";

export type LanguageClientProgram = {
	/** What a template makes of a sample; null where there is no template. */
	render(params: RenderParams): Promise<RenderAnswer | null>;
	/** Asks about models. */
	ask: AskModels;
	/** Tells of a request that an app answered. */
	recorded(params: RecordedParams): Promise<void>;
	/** Tells that an app runs no more. */
	stopped(params: StoppedParams): Promise<void>;
	stop(): Promise<void>;
};

type AskModels = <Name extends keyof ModelRequests>(
	name: Name,
	params: ModelRequests[Name]["params"],
) => Promise<ModelRequests[Name]["answer"]>;

/**
 * Starts the language server. It is asked about whole templates, and about YAML and JSON documents, where it answers only
 * inside the strings that are templates; it claims neither.
 */
export async function startLanguageClient(extension: vscode.Uri): Promise<LanguageClientProgram> {
	const client = new LanguageClient(
		"gatewright.language",
		"Gatewright: Templates",
		{ module: vscode.Uri.joinPath(extension, "dist", "server.cjs").fsPath, transport: TransportKind.ipc },
		{
			documentSelector: [{ language: "apigw-vtl" }, { language: "yaml" }, { language: "json" }],
			diagnosticCollectionName: "gatewright.language",
			revealOutputChannelOn: RevealOutputChannelOn.Never,
			initializationOptions: { pages: vscode.Uri.joinPath(extension, "docs", "diagnostics").toString() },
		},
	);
	await client.start();
	return {
		render: (params) => client.sendRequest<RenderAnswer | null>("gatewright/render", params),
		ask: (name, params) => client.sendRequest(name, params),
		recorded: (params) => client.sendNotification("gatewright/recorded", params),
		stopped: (params) => client.sendNotification("gatewright/stopped", params),
		stop: () => client.stop(),
	};
}
