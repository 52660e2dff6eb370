import * as vscode from "vscode";
import type { Apps } from "./apps.ts";
import type { CommandName } from "./manifest.generated.ts";

/** The window's one status-bar item: whether the app runs, and at which port. */
export function showStatus(apps: Apps): vscode.Disposable {
	const item = vscode.window.createStatusBarItem("gatewright.status", vscode.StatusBarAlignment.Left, 10);
	item.name = "Gatewright";
	const draw = () => Object.assign(item, { ...appearance(apps) });
	draw();
	item.show();
	return vscode.Disposable.from(item, apps.onDidChange(draw));
}

type Appearance = { text: string; tooltip: string; command: CommandName | "gatewright.app.focus" };

function appearance({ all, running }: Apps): Appearance {
	const [first] = running;
	if (first?.state.kind === "running") {
		const problems = running.flatMap((it) => (it.state.kind === "running" ? it.state.app.problems : []));
		const icon = problems.length > 0 ? "$(warning)" : "$(server-process)";
		const tooltip =
			problems.map((it) => it.message).join("\n") || vscode.l10n.t("The app answers at {0}", first.state.app.endpoint);
		const where = running.length === 1 ? `:${new URL(first.state.app.endpoint).port}` : `${running.length}`;
		return { text: `${icon} Gatewright ${where}`, tooltip, command: "gatewright.app.focus" };
	}
	if (all.some((it) => it.state.kind === "starting")) {
		return {
			text: "$(loading~spin) Gatewright",
			tooltip: vscode.l10n.t("The app is starting"),
			command: "gatewright.showLog",
		};
	}
	const failed = all.find((it) => it.state.kind === "failed");
	if (failed?.state.kind === "failed")
		return { text: "$(error) Gatewright", tooltip: failed.state.message, command: "gatewright.showLog" };
	return {
		text: "$(circle-outline) Gatewright",
		tooltip: vscode.l10n.t("The app does not run. Click to start it."),
		command: "gatewright.start",
	};
}
