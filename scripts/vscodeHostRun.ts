import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { VscodeHost } from "./vscodeHost.ts";
import { openBridge, openPage, type Page } from "./vscodeHostPage.ts";
import { type Server, startServer } from "./vscodeHostServer.ts";

export type Suite = {
	readonly host: VscodeHost;
	/** The folder that is open. */
	readonly workspace: string;
	/** The extension under test, loaded from its folder; without it the packages in `vsix` are what is tested. */
	readonly extension?: string;
	readonly vsix?: readonly string[];
	/** A module for the extension host that exports `run()`. */
	readonly tests?: string;
	/** Drives the workbench from outside instead, as a person would, where no tests run inside. */
	readonly drive?: (page: Page) => Promise<void>;
	readonly env: Readonly<Record<string, string>>;
	readonly timeoutMs: number;
	readonly verbose: boolean;
};
export type TestResult = {
	readonly title: string;
	readonly ok: boolean;
	readonly skipped?: boolean;
	readonly ms?: number;
	readonly error?: string;
};

/** Opens the workspace in a real VS Code, runs the tests inside its extension host, and leaves nothing behind. */
export async function runInVscode(suite: Suite): Promise<readonly TestResult[]> {
	const dir = mkdtempSync(join(tmpdir(), "gw-"));
	const resultFile = join(dir, "result.json");
	let page: Page | undefined;
	let server: Server | undefined;
	const browser = await openPage(suite.host);
	const bridge = await openBridge(() => browser.page);
	const interrupted = untilInterrupted(suite.timeoutMs);
	try {
		mkdirSync(dir, { recursive: true });
		server = await startServer({
			host: suite.host,
			dir,
			vsix: suite.vsix ?? [],
			tests: suite.tests !== undefined,
			verbose: suite.verbose,
			env: { ...suite.env, VSCODE_TEST_RESULT: resultFile, VSCODE_TEST_UI: bridge.url },
		});
		page = browser.page;
		const exited = followPage(page, suite.verbose);
		await Promise.race([page.goto(addressOf(server.origin, suite)), interrupted.promise]);
		if (suite.drive !== undefined)
			await Promise.race([suite.drive(page), server.ended.then(fail), interrupted.promise]);
		if (suite.tests === undefined) return [];
		await Promise.race([exited, server.ended.then(fail), interrupted.promise]);
		return readResult(resultFile);
	} finally {
		interrupted.stop();
		bridge.close();
		await browser.close();
		await server?.stop();
		rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}

function addressOf(origin: string, { workspace, extension, tests }: Suite): string {
	const remote = (path: string) => `vscode-remote://${origin}${path}`;
	const payload = [
		...(extension === undefined ? [] : [["extensionDevelopmentPath", remote(extension)]]),
		...(tests === undefined ? [] : [["extensionTestsPath", remote(tests)]]),
		["skipWelcome", "true"],
	];
	const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
	return `http://${origin}/?${query.toString()}`;
}

/** Resolves when the extension host has ended; what it printed is printed here. */
async function followPage(page: Page, verbose: boolean): Promise<void> {
	let crashed: (error: Error) => void = () => {};
	const crash = new Promise<never>((_, reject) => {
		crashed = reject;
	});
	page.on("crash", () => crashed(new Error("The page of VS Code crashed.")));
	page.on("console", (message) => {
		if (verbose) console.log(`[page] ${message.type()} ${message.text().slice(0, 500)}`);
	});
	const exited = new Promise<void>((resolve, reject) => {
		const exposed = [
			page.exposeFunction("codeAutomationLog", (_type: string, args: readonly unknown[]) => {
				const [text] = args;
				if (verbose || !noise.test(String(text))) console.log(...args);
			}),
			page.exposeFunction("codeAutomationExit", () => resolve()),
		];
		Promise.all(exposed).catch(reject);
	});
	await Promise.race([exited, crash]);
}

/** An extension host that was killed also ends as if all were well, so only what the tests wrote counts. */
function readResult(file: string): readonly TestResult[] {
	try {
		return (JSON.parse(readFileSync(file, "utf8")) as { tests: readonly TestResult[] }).tests; // Written by test/end-to-end/index.ts.
	} catch {
		throw new Error("VS Code's extension host ended before the tests had run.");
	}
}

function untilInterrupted(timeoutMs: number): { promise: Promise<never>; stop(): void } {
	let stop = () => {};
	const promise = new Promise<never>((_, reject) => {
		const timer = setTimeout(
			() => reject(new Error(`VS Code's tests took longer than ${timeoutMs / 1000} seconds.`)),
			timeoutMs,
		);
		const onSignal = (signal: string) => reject(new Error(`Ended by ${signal}.`));
		for (const it of signals) process.once(it, onSignal);
		stop = () => {
			clearTimeout(timer);
			for (const it of signals) process.off(it, onSignal);
		};
	});
	promise.catch(() => {}); // Whoever races it hears of it.
	return { promise, stop: () => stop() };
}

function fail(why: string): never {
	throw new Error(why);
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** What VS Code itself prints in any case. */
const noise =
	/^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|Ignoring fetching additional|Updating additional builtin|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate\])|Creation of workbench contribution|Timed out waiting for authentication provider|No search provider registered|Canceled|@vscode\/spdlog|native-watchdog/;
