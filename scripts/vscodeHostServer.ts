import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { endTree } from "./processTree.ts";
import type { VscodeHost } from "./vscodeHost.ts";

export type ServerOptions = {
	readonly host: VscodeHost;
	/** Everything that VS Code writes; short, for it holds sockets, whose names have a limit. */
	readonly dir: string;
	/** Packages to install, as a user would. */
	readonly vsix: readonly string[];
	/** Whether the extension host is to run tests, which a built workbench does only when it is told. */
	readonly tests: boolean;
	readonly env: Readonly<Record<string, string>>;
	readonly verbose: boolean;
};
export type Server = { readonly origin: string; readonly ended: Promise<string>; stop(): Promise<void> };

/** Starts VS Code's server on a free port of this machine, with settings and folders of its own. */
export async function startServer({ host, dir, vsix, tests, env, verbose }: ServerOptions): Promise<Server> {
	for (const it of ["user/User", "extensions", "home", "tmp"]) mkdirSync(join(dir, it), { recursive: true });
	writeFileSync(join(dir, "user/User/settings.json"), JSON.stringify(settings));
	const environment = cleanEnvironment(dir, env);
	const args = [host.entry, ...serverArguments(dir), ...(tests ? ["--vscode-option", "enable-smoke-test-driver"] : [])];
	for (const file of vsix) {
		execFileSync(process.execPath, [...args, "--install-extension", file], {
			env: environment,
			stdio: verbose ? "inherit" : "ignore",
		});
	}

	const child = spawn(process.execPath, args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
	let said = "";
	const ended = new Promise<string>((resolve) =>
		child.once("exit", (code) => resolve(`VS Code's server ended (${code}):\n${said}`)),
	);
	const stop = async () => {
		if (child.pid !== undefined) await endTree(child.pid);
	};
	const origin = await new Promise<string>((resolve, reject) => {
		const take = (piece: Buffer) => {
			said = (said + piece.toString()).slice(-saidMax);
			if (verbose) process.stderr.write(piece);
			const found = /listening on http:\/\/(127\.0\.0\.1:\d+)/.exec(said)?.[1];
			if (found !== undefined) resolve(found);
		};
		child.stdout.on("data", take);
		child.stderr.on("data", take);
		void ended.then((why) => reject(new Error(why)));
	});
	return { origin, ended, stop };
}

function serverArguments(dir: string): readonly string[] {
	const options = [
		`--config=${join(dir, "config.yaml")}`,
		"--auth=none",
		"--bind-addr=127.0.0.1:0",
		`--user-data-dir=${join(dir, "user")}`,
		`--extensions-dir=${join(dir, "extensions")}`,
		"--idle-timeout-seconds=120",
		"--disable-telemetry",
		"--disable-update-check",
		"--disable-workspace-trust",
		"--disable-getting-started-override",
	];
	// Else the extension host takes PATH and the like from a login shell, not from us.
	return [...options, "--vscode-option", "force-disable-user-env"];
}

/** Nothing of an editor or npm that runs us reaches the one under test, nor does that write outside its folder. */
function cleanEnvironment(dir: string, env: ServerOptions["env"]): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(
		([name]) => !/^(VSCODE_|CODE_SERVER_|NODE_OPTIONS|ELECTRON_|npm_)/.test(name),
	);
	return {
		...Object.fromEntries(kept),
		PATH: `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`,
		SHELL: "/bin/sh",
		EXTENSIONS_GALLERY: "{}",
		HOME: join(dir, "home"),
		TMPDIR: join(dir, "tmp"),
		XDG_RUNTIME_DIR: join(dir, "tmp"),
		...env,
	};
}

/** Quiet, offline, and the same each time. */
const settings = {
	"chat.disableAIFeatures": true,
	"extensions.autoCheckUpdates": false,
	"extensions.autoUpdate": false,
	"files.autoSave": "off",
	"git.openRepositoryInParentFolders": "never",
	"js/ts.tsserver.automaticTypeAcquisition.enabled": false,
	"json.schemaDownload.enable": false,
	"npm.fetchOnlinePackageInfo": false,
	"remote.autoForwardPorts": false,
	"security.workspace.trust.enabled": false,
	"task.allowAutomaticTasks": "off",
	"telemetry.telemetryLevel": "off",
	"typescript.disableAutomaticTypeAcquisition": true,
	"window.confirmBeforeClose": "never",
	"workbench.colorTheme": "Default Dark Modern",
	"workbench.enableExperiments": false,
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"workbench.settings.enableNaturalLanguageSearch": false,
	"workbench.startupEditor": "none",
	"workbench.tips.enabled": false,
};

const saidMax = 20_000;
