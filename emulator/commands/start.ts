import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Problem } from "../../protocol/problem.ts";
import { type Emulator, type EmulatorOptions, startEmulator } from "../main.ts";
import { StartError } from "../startError.ts";
import { announce, type Output, printer } from "./output.ts";

/** `gatewright start`: resolves once it serves, and ends the process at Ctrl-C, SIGTERM or the parent's end. */
export async function start(args: readonly string[]): Promise<number | undefined> {
	let options: StartOptions;
	try {
		options = readOptions(args);
	} catch (error) {
		console.error(`gatewright start: ${error instanceof Error ? error.message : String(error)}`);
		return 2;
	}
	const output = printer(options.json);
	let emulator: Emulator;
	try {
		emulator = await startOnPort(options, output);
	} catch (error) {
		if (!(error instanceof StartError)) throw error;
		output.failed([error.problem]);
		return 1;
	}
	endWith(emulator, output);
	announce(await emulator.ready(), emulator, output);
	return undefined;
}

type StartOptions = Omit<EmulatorOptions, "port"> & { readonly port: number | undefined; readonly json: boolean };

function readOptions(args: readonly string[]): StartOptions {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			port: { type: "string" },
			data: { type: "string" },
			memory: { type: "boolean" },
			json: { type: "boolean" },
			account: { type: "string", default: "000000000000" },
			region: {
				type: "string",
				default: process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"] ?? "us-east-1",
			},
			seed: { type: "string" },
			"dynamodb-timing": { type: "string" },
			throttling: { type: "boolean" },
		},
	});
	const [path, ...more] = positionals;
	if (more.length > 0) throw new Error(`one PATH is enough; "${more[0]}" is one too many.`);
	if (values.data !== undefined && values.memory)
		throw new Error("--data and --memory exclude each other; give one of them.");
	if (!/^\d{12}$/.test(values.account)) throw new Error(`--account is 12 digits, not "${values.account}".`);
	if (path !== undefined && !existsSync(path)) throw new Error(`there is nothing at ${resolve(path)}.`);
	// On disk, ids of an earlier run live on: a fixed seed would give them out again.
	const anySeed = values.data === undefined ? 1 : Date.now();
	return {
		port: values.port === undefined ? undefined : wholeNumber("--port", values.port, 65_535),
		storage: values.data === undefined ? { kind: "memory" } : { kind: "disk", dir: values.data },
		account: values.account,
		region: values.region,
		seed: values.seed === undefined ? anySeed : wholeNumber("--seed", values.seed, Number.MAX_SAFE_INTEGER),
		dynamodb: {
			...(values["dynamodb-timing"] !== undefined && {
				timing: seconds("--dynamodb-timing", values["dynamodb-timing"]),
			}),
			throttling: values.throttling ?? false,
		},
		json: values.json ?? false,
		...(path === undefined ? {} : { app: resolve(path) }),
	};
}

/** `table=5,indexLag=0.5`: seconds by name. */
function seconds(option: string, text: string): Record<string, number> {
	return Object.fromEntries(
		text.split(",").map((part) => {
			const [, name = "", number = ""] = /^(\w+)=(\d+(?:\.\d+)?)$/.exec(part.trim()) ?? [];
			if (name === "") throw new Error(`${option} takes NAME=SECONDS, several with commas, not "${part}".`);
			return [name, Number(number)];
		}),
	);
}

function wholeNumber(option: string, text: string, max: number): number {
	const number = Number(text);
	if (!/^\d+$/.test(text) || number > max)
		throw new Error(`${option} takes a whole number from 0 to ${max}, not "${text}".`);
	return number;
}

const usualPort = 4566;

/** A port that was asked for is taken or refused; the usual one gives way to a free one, as other tools use it too. */
async function startOnPort({ port, json: _json, ...options }: StartOptions, output: Output): Promise<Emulator> {
	try {
		return await startEmulator({ ...options, port: port ?? usualPort });
	} catch (error) {
		if (!(error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES")))
			throw error;
		if (port === undefined) {
			output.line(`Port ${usualPort} is taken by another program: this takes a free one.`);
			return startEmulator({ ...options, port: 0 });
		}
		const why = error.code === "EADDRINUSE" ? "is in use by another program" : "may not be opened by this user";
		throw new StartError("port-in-use", `Port ${port} ${why}. Give another with --port, or --port 0 for any free one.`);
	}
}

/** Everything ends within two seconds of being asked to, or is ended. */
function endWith(emulator: Emulator, output: Output): void {
	let ending = false;
	const end = (why: string) => {
		if (ending) return;
		ending = true;
		output.line(`Stopping (${why}) …`);
		setTimeout(() => process.exit(1), 1800).unref();
		emulator.close().then(
			() => process.exit(0),
			(error: unknown) => {
				output.failed([
					{
						severity: "error",
						code: "stop-failed",
						message: `Gatewright did not stop cleanly: ${String(error)}`,
					} satisfies Problem,
				]);
				process.exit(1);
			},
		);
	};
	process.on("SIGINT", () => end("Ctrl-C"));
	process.on("SIGTERM", () => end("SIGTERM"));
	process.on("SIGHUP", () => end("the terminal closed"));
	// Started by the extension, it does not outlive it.
	if (process.connected) process.on("disconnect", () => end("the editor closed"));
}
