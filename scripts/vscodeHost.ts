import { join } from "node:path";
import { type Chromium, findChromium } from "./vscodeHostChromium.ts";
import { installPackage, npm } from "./vscodeHostNpm.ts";

/** A real VS Code that a browser on this machine can show: its server, its extension host, its workbench. */
export type VscodeHost = {
	/** code-server's program, for this Node. */
	readonly entry: string;
	/** Where `playwright-core` can be required from. */
	readonly modules: string;
	readonly chromium: Chromium;
};

/** Where this can be had; elsewhere the tests run in desktop VS Code. */
export const hostIsSupported = process.platform === "linux" && process.arch === "x64";

const root = join(import.meta.dirname, "..");
/** Not in node_modules, which `npm ci` empties. */
export const hostDir = join(root, ".vscode-host");
const wanted = join(root, "test/end-to-end/host");

/** Installs what is missing, by npm alone; when all is there this takes no time. */
export async function setUpHost(): Promise<VscodeHost> {
	await installVscode();
	return {
		entry: join(hostDir, "node_modules/code-server/out/node/entry.js"),
		modules: join(hostDir, "node_modules"),
		chromium: await findChromium(join(hostDir, "chromium"), join(wanted, "chromium")),
	};
}

async function installVscode(): Promise<void> {
	await installPackage("VS Code (code-server) and Playwright", hostDir, wanted, async () => {
		// What code-server's own install script does, without its native builds: nothing tested here needs them. `npm ci`
		// refuses the first of these lock files.
		const vscode = join(hostDir, "node_modules/code-server/lib/vscode");
		await npm("VS Code's own packages", vscode, "install", "--omit=dev");
		await npm("the packages of VS Code's extensions", join(vscode, "extensions"), "install", "--omit=dev");
	});
}
