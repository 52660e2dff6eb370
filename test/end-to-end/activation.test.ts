import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandNames } from "../../client/manifest.generated.ts";

describe("activation", () => {
	const extension = vscode.extensions.getExtension("gatewright.gatewright");

	it("waits until it is needed", () => {
		assert.ok(extension, "the extension is installed");
		assert.equal(extension.isActive, false);
	});

	it("takes no time to speak of", async () => {
		const started = performance.now();
		await extension?.activate();
		const ms = performance.now() - started;
		console.log(`      activated in ${ms.toFixed(1)} ms`);
		assert.equal(extension?.isActive, true);
	});

	it("registers every command that it contributes, and no other", async () => {
		const registered = (await vscode.commands.getCommands(true)).filter((it) => it.startsWith("gatewright."));
		const ours = registered.filter((it) => !it.startsWith("gatewright.app.")); // VS Code's own commands of our view
		assert.deepEqual(ours.toSorted(), commandNames.toSorted());
	});
});
