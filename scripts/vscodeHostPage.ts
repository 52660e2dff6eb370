import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { VscodeHost } from "./vscodeHost.ts";

/** The part of Playwright that the tests use; the package itself is installed beside the host, not beside our code. */
export type Locator = {
	locator(selector: string): Locator;
	frameLocator(selector: string): Locator;
	getByRole(role: string, options?: { readonly name?: string | RegExp; readonly exact?: boolean }): Locator;
	getByLabel(text: string | RegExp, options?: { readonly exact?: boolean }): Locator;
	getByText(text: string | RegExp, options?: { readonly exact?: boolean }): Locator;
	filter(options: { readonly hasText?: string | RegExp }): Locator;
	first(): Locator;
	last(): Locator;
	nth(index: number): Locator;
	click(options?: { readonly button?: "left" | "right"; readonly timeout?: number }): Promise<void>;
	hover(): Promise<void>;
	focus(): Promise<void>;
	fill(text: string): Promise<void>;
	press(key: string): Promise<void>;
	selectOption(option: string | { readonly label: string }): Promise<string[]>;
	innerText(): Promise<string>;
	allInnerTexts(): Promise<string[]>;
	inputValue(): Promise<string>;
	getAttribute(name: string): Promise<string | null>;
	count(): Promise<number>;
	waitFor(options?: {
		readonly state?: "visible" | "hidden" | "attached" | "detached";
		readonly timeout?: number;
	}): Promise<void>;
};
export type Page = Omit<
	Locator,
	"fill" | "press" | "selectOption" | "click" | "hover" | "focus" | "innerText" | "inputValue" | "getAttribute"
> & {
	readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
	goto(url: string): Promise<unknown>;
	reload(): Promise<unknown>;
	screenshot(options: { readonly path: string }): Promise<unknown>;
	setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>;
	exposeFunction(name: string, take: (...args: never[]) => void): Promise<void>;
	on(event: "crash", listener: () => void): void;
	on(event: "console", listener: (message: { type(): string; text(): string }) => void): void;
};
type Route = { abort(): Promise<void> };
type Context = {
	newPage(): Promise<Page>;
	route(matches: (url: URL) => boolean, take: (route: Route) => Promise<void>): Promise<void>;
};
type Browser = { newContext(options: object): Promise<Context>; close(): Promise<void> };
type Playwright = { readonly chromium: { launch(options: object): Promise<Browser> } };

/** An empty page of a browser that asks nothing but this machine. */
export async function openPage({ modules, chromium }: VscodeHost): Promise<{ page: Page; close(): Promise<void> }> {
	// The wire: a package that is loaded from the host's own folder, as the type above knows it.
	const playwright = createRequire(join(modules, "any.js"))("playwright-core") as Playwright;
	const browser = await playwright.chromium.launch({
		executablePath: chromium.path,
		env: { ...process.env, ...chromium.env },
		headless: true,
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--disable-background-networking",
			"--disable-dev-shm-usage",
		],
	});
	const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
	const outside = ({ hostname, protocol }: URL) =>
		!["127.0.0.1", "localhost"].includes(hostname) && /^(https?|wss?):$/.test(protocol);
	await context.route(outside, (route) => route.abort());
	return { page: await context.newPage(), close: () => browser.close() };
}

/**
 * Lets tests in the extension host drive the workbench around them: they post the text of a function that takes the page,
 * and its JSON result comes back. Only who knows the address, which holds a random word, can ask.
 */
export async function openBridge(page: () => Page): Promise<{ url: string; close(): void }> {
	const secret = randomBytes(16).toString("hex");
	const server = createServer((request, response) => {
		if (request.url !== `/${secret}`) return void response.writeHead(404).end();
		let text = "";
		request.on("data", (piece: Buffer) => {
			text += piece.toString();
		});
		request.on("end", () => {
			const { code, args } = JSON.parse(text) as { code: string; args: readonly unknown[] }; // The wire: test/end-to-end/ui.ts sends it.
			call(code, page(), args).then(
				(result) => response.end(JSON.stringify(result ?? null)),
				(error: unknown) =>
					response.writeHead(500).end(error instanceof Error ? (error.stack ?? error.message) : String(error)),
			);
		});
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The bridge has no port.");
	return {
		url: `http://127.0.0.1:${address.port}/${secret}`,
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}

async function call(code: string, page: Page, args: readonly unknown[]): Promise<unknown> {
	// The tests' own code, which reaches this process as text because it was written in another.
	// oxlint-disable-next-line no-new-func, no-implied-eval -- running the tests' code here is what the bridge is for
	const made = new Function(`return (${code})`)() as (page: Page, ...args: readonly unknown[]) => unknown;
	return made(page, ...args);
}
