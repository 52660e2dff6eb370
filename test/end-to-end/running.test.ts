import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import * as vscode from "vscode";
import type { App } from "../../protocol/app.ts";
import { commandLine, descendants, isAlive } from "../../scripts/processTree.ts";
import { ui, uiTest } from "./ui.ts";
import { answers, freePort, until } from "./workbench.ts";

describe("running the app of a folder", () => {
	let port = 0;
	before(async () => {
		port = await freePort();
		await vscode.workspace.getConfiguration("gatewright").update("port", port, vscode.ConfigurationTarget.Workspace);
	});
	after(async () => {
		await vscode.commands.executeCommand("gatewright.stop");
		await vscode.workspace
			.getConfiguration("gatewright")
			.update("port", undefined, vscode.ConfigurationTarget.Workspace);
	});
	const health = () => answers(`http://127.0.0.1:${port}/_gatewright/app`);

	uiTest("an empty view says how to start, and its button starts the app", async () => {
		await vscode.commands.executeCommand("gatewright.app.focus");
		await ui(async (page) => {
			await page.locator(".welcome-view-content").getByRole("button", { name: "Start App" }).click();
			await page.getByRole("treeitem", { name: /GET \/health/ }).waitFor();
		});
	});

	it("answers at the port in the settings once Start has been done", async () => {
		await vscode.commands.executeCommand("gatewright.start");
		assert.equal(await health(), true);
	});

	uiTest("the status bar tells that it runs, and where", async () => {
		await ui(
			(page, text) => page.locator(".statusbar-item").filter({ hasText: text }).waitFor(),
			`Gatewright :${port}`,
		);
	});

	uiTest("each part of the emulator that said something has its log", async () => {
		void vscode.commands.executeCommand("gatewright.showLog");
		// This host has no native module to write log files with, so the lines themselves cannot be seen here.
		const parts = await ui(async (page) => {
			const rows = page.locator(".quick-input-list .monaco-list-row");
			await rows.first().waitFor();
			const names = await rows.allInnerTexts();
			await rows.filter({ hasText: "Deployment" }).click();
			await page.locator(".part.panel").getByText("Gatewright Deployment").first().waitFor({ state: "attached" });
			return names;
		});
		assert.ok(parts.length > 1, parts.join());
		await vscode.commands.executeCommand("workbench.action.closePanel");
	});

	it("a restart leaves it answering at the same port", async () => {
		await vscode.commands.executeCommand("gatewright.restart");
		assert.equal(await health(), true);
	});

	uiTest("an emulator that is killed is started again, at the same address", async () => {
		const [killed] = emulators();
		assert.ok(killed !== undefined, "an emulator runs");
		process.kill(killed, "SIGKILL");
		await until("the emulator has died", () => !isAlive(killed));
		await until("it answers again", health);
		assert.notDeepEqual(emulators(), [killed]);
		await ui((page) => page.getByRole("treeitem", { name: /GET \/health/ }).waitFor());
	});

	uiTest("an emulator that dies again and again is given up, with one message", async () => {
		for (let deaths = 0; deaths < 3; deaths++) {
			const running = await until("it answers", async () => ((await health()) ? emulators()[0] : undefined));
			process.kill(running, "SIGKILL");
			await until("the emulator has died", () => !isAlive(running));
		}
		await vscode.commands.executeCommand("notifications.showList");
		const messages = await ui(async (page) => {
			const notice = page
				.locator(".notifications-center .notification-list-item")
				.filter({ hasText: "started again several times" });
			await notice.first().waitFor();
			return notice.allInnerTexts();
		});
		assert.equal(messages.length, 1);
		assert.match(messages[0] ?? "", /The emulator .*ended .*\(SIGKILL\)\./);
		assert.match(messages[0] ?? "", /Show Log/);
		assert.equal(await health(), false);
		await vscode.commands.executeCommand("notifications.clearAll");
		await vscode.commands.executeCommand("gatewright.start");
		assert.equal(await health(), true);
	});

	uiTest("what was stored is there after a restart", async () => {
		const stage = await stageUrl(port);
		const order = { id: "B-1", customerId: "bob", items: [{ sku: "hand-grinder", quantity: 2 }] };
		const made = await fetch(`${stage}/orders`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(order),
		});
		assert.equal(made.status, 201);
		const [running] = emulators();
		assert.ok(running !== undefined);
		process.kill(running, "SIGKILL");
		await until("it answers again", async () => !isAlive(running) && (await health()));
		const found = await fetch(`${await stageUrl(port)}/orders/B-1`);
		assert.equal(found.status, 200);
	});

	uiTest("nothing of it is left when it was stopped", async () => {
		const before = emulators();
		assert.equal(before.length > 0, true);
		await vscode.commands.executeCommand("gatewright.stop");
		assert.equal(await health(), false);
		assert.deepEqual(before.filter(isAlive), []);
		await ui((page) => page.locator(".welcome-view-content").getByRole("button", { name: "Start App" }).waitFor());
	});
});

async function stageUrl(port: number): Promise<string> {
	const app = (await (await fetch(`http://127.0.0.1:${port}/_gatewright/app`)).json()) as App; // The wire: protocol/app.ts.
	return app.apis[0]?.stages[0]?.url ?? "";
}

/** The emulators that this extension host has started, found by their command line. */
function emulators(): readonly number[] {
	return descendants(process.pid).filter((pid) => commandLine(pid).includes("gatewright.cjs"));
}

describe("an app that cannot be started", () => {
	uiTest("says that its port is taken", async () => {
		const server = createServer().listen(0, "127.0.0.1");
		await once(server, "listening");
		const address = server.address();
		const port = typeof address === "object" ? address?.port : undefined;
		const settings = vscode.workspace.getConfiguration("gatewright");
		await settings.update("port", port, vscode.ConfigurationTarget.Workspace);
		await vscode.commands.executeCommand("gatewright.start");
		await vscode.commands.executeCommand("notifications.showList");
		const message = await ui(async (page) => {
			const notice = page
				.locator(".notifications-center .notification-list-item")
				.filter({ hasText: "could not be started" });
			return notice.first().innerText();
		});
		assert.match(message, /orders could not be started: Its port is in use by another program\..*gatewright\.port/);
		assert.match(message, /Show Log/);
		await ui(async (page) =>
			page
				.locator(".statusbar-item [aria-label*='Gatewright'] .codicon-error, .statusbar-item .codicon-error")
				.first()
				.waitFor(),
		);
		await vscode.commands.executeCommand("notifications.clearAll");
		server.close();
		await settings.update("port", undefined, vscode.ConfigurationTarget.Workspace);
	});
});
