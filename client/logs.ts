import * as vscode from "vscode";
import type { EmulatorEvent, LogLevel, Part } from "../protocol/events.ts";

/** One log channel for each part of the emulator, made when that part first says something. */
export class Logs implements vscode.Disposable {
	readonly #channels = new Map<Part, vscode.LogOutputChannel>();

	write(part: Part, level: LogLevel, text: string): void {
		this.#channel(part)[level](text);
	}

	/** With two folders open each line says whose it is. */
	take(event: EmulatorEvent, folder: string | undefined): void {
		if (event.type !== "log") return;
		const from = [folder, event.functionName].filter((it) => it !== undefined).join(" ");
		this.write(event.part, event.level, from === "" ? event.text : `[${from}] ${event.text}`);
	}

	/** Opens the channel of a part; asks which when several have something to show. */
	async show(): Promise<void> {
		const parts = [...this.#channels.keys()];
		if (parts.length <= 1) return this.#channel(parts[0] ?? "emulator").show(true);
		const items = parts.map((part) => ({ label: names[part], part }));
		const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Which log?") });
		if (picked !== undefined) this.#channel(picked.part).show(true);
	}

	dispose(): void {
		for (const channel of this.#channels.values()) channel.dispose();
	}

	#channel(part: Part): vscode.LogOutputChannel {
		const known = this.#channels.get(part);
		if (known !== undefined) return known;
		const channel = vscode.window.createOutputChannel(`Gatewright ${names[part]}`, { log: true });
		this.#channels.set(part, channel);
		return channel;
	}
}

const names: Readonly<Record<Part, string>> = {
	emulator: "Emulator",
	apigateway: "API Gateway",
	lambda: "Lambda",
	dynamodb: "DynamoDB",
	cognito: "Cognito",
	cloudformation: "Deployment",
	sqs: "SQS",
};
