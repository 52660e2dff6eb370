import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { suite, test } from "node:test";

const root = resolve(import.meta.dirname, "../..");

/** Folders of `emulator/` that every service may use; the endpoint and the commands stand above the services. */
const shared = new Set(["aws"]);
const above = new Set(["endpoint", "commands"]);

suite("The walls inside the emulator", () => {
	test("no service imports another service", () => {
		const crossings = imports("emulator/*/**/*.ts").filter(({ from, to }) => {
			const [, fromFolder = ""] = from.split("/");
			const [top, toFolder = "", rest] = to.split("/");
			if (top !== "emulator" || rest === undefined) return false;
			return (
				toFolder !== fromFolder && !shared.has(toFolder) && !above.has(fromFolder) && !isPair(fromFolder, toFolder)
			);
		});
		assert.deepEqual(crossings, []);
	});

	test("only main.ts knows all parts", () => {
		const knowing = imports("emulator/*.ts")
			.filter(
				({ from, to }) =>
					from !== "emulator/main.ts" && /^emulator\/(apiGateway|lambda|dynamodb|app|cloudformation)\//.test(to),
			)
			.map(({ from, to }) => `${from} → ${to}`);
		assert.deepEqual(knowing, []);
	});

	test("the time, ids and chance of a service come from the kernel", () => {
		const own = globSync("emulator/{apiGateway,dynamodb,dynamodbStreams,sts,cloudformation}/**/*.ts", {
			cwd: root,
		}).filter((file) =>
			/\bDate\.now\(|\bMath\.random\(|\bnew Date\(\)|randomUUID\(|randomBytes\(/.test(
				readFileSync(join(root, file), "utf8"),
			),
		);
		assert.deepEqual(own, []);
	});
});

suite("The walls inside the language server", () => {
	test("features and diagnostics know nothing of LSP, nor of Node", () => {
		const knowing = globSync("server/{features,diagnostics,embedded,app}/**/*.ts", { cwd: root }).filter((file) =>
			/from "(vscode-|node:)/.test(readFileSync(join(root, file), "utf8")),
		);
		assert.deepEqual(knowing, []);
	});

	test("only the connection, and main, know the connection", () => {
		const knowing = imports("server/**/*.ts").filter(
			({ from, to }) => to.startsWith("server/connection/") && !/^server\/(connection\/|main\.ts$)/.test(from),
		);
		assert.deepEqual(knowing, []);
	});

	test("the server imports only the language and the protocol, and nothing imports the server", () => {
		const crossings = imports("{client,server,emulator,webviews,language,protocol}/**/*.ts").filter(({ from, to }) => {
			const [own = ""] = from.split("/");
			const [other = ""] = to.split("/");
			if (own === "server") return !["server", "language", "protocol"].includes(other);
			return other === "server";
		});
		assert.deepEqual(crossings, []);
	});
});

/** The app deploys through the template reader, and streams are read from the tables they belong to: one service in two models. */
function isPair(from: string, to: string): boolean {
	return (from === "app" && to === "cloudformation") || (from === "dynamodbStreams" && to === "dynamodb");
}

function imports(pattern: string): { from: string; to: string }[] {
	return globSync(pattern, { cwd: root }).flatMap((file) => {
		const text = readFileSync(join(root, file), "utf8");
		return [...text.matchAll(/^(?:import|export) [^;]*?from "(\.[^"]+)";/gm)].map(([, path = ""]) => ({
			from: file,
			to: relative(root, resolve(root, dirname(file), path)),
		}));
	});
}
