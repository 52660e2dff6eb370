import { accessSync, constants, statSync } from "node:fs";
import { join } from "node:path";
import { runtimesFolder } from "../runtimesFolder.ts";
import { bootstrapEnvironment } from "./bootstrapEnvironment.ts";
import type { LaunchOptions } from "./childProcess.ts";
import type { Environment, EnvironmentSpec, Output } from "./environment.ts";
import { hostVariables } from "./hostVariables.ts";
import { type Interpreter, nodeInterpreter, pythonInterpreter } from "./interpreters.ts";
import { pipedEnvironment } from "./pipedEnvironment.ts";
import type { ProcessGuard } from "./processGuard.ts";
import { type ProcessStock, processStock } from "./processStock.ts";

/** Starts execution environments of every runtime that can run here. */
export type EnvironmentStarter = {
	/** Starts an environment, or says in one sentence what is missing on this machine. Resolves at once for Node.js. */
	start(spec: EnvironmentSpec, output: Output): Promise<Environment | Unable>;
	/** Starts a process ahead for this runtime, so that the first cold start is short too. */
	prepare(runtime: string, memorySizeMb: number): Promise<void>;
	close(): Promise<void>;
};
export type Unable = { readonly unable: string };

export type StarterOptions = {
	/** Processes that wait for their function, per kind; 0 for none. */
	readonly stockSize: number;
	readonly guard: ProcessGuard;
	/** For what the user should know but what stops nothing. */
	readonly warn: (text: string) => void;
};

export function environmentStarter({ stockSize, guard, warn }: StarterOptions): EnvironmentStarter {
	const stock = processStock(guard, stockSize);
	const launchOptions = launchOptionsOf(warn);

	return {
		async start(spec, output) {
			const { runtime } = spec;
			const ours = /^(nodejs|python)/.test(runtime);
			if (runtime.startsWith("provided") || (!ours && hasBootstrap(spec.folder))) {
				return bootstrapEnvironment(spec, output, guard);
			}
			const options = await launchOptions(runtime, spec.memorySizeMb, spec.variables);
			if ("unable" in options) return options;
			const environment = pipedEnvironment(stock.take(options), spec, output);
			// Not beside the cold start that just began, but once it is through.
			void environment.initialised.then(() => refill(stock, options));
			return environment;
		},
		async prepare(runtime, memorySizeMb) {
			const options = await launchOptions(runtime, memorySizeMb, {});
			if (!("unable" in options)) stock.fill(options);
		},
		close: () => stock.close(),
	};
}

function refill(stock: ProcessStock, options: LaunchOptions): void {
	setTimeout(() => stock.fill(options), refillDelayMs).unref();
}

/** Long enough for the invocation that caused the cold start to have the machine to itself. */
const refillDelayMs = 50;

function hasBootstrap(folder: string): boolean {
	try {
		const file = join(folder, "bootstrap");
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		return false;
	}
}

type LaunchOptionsOf = (
	runtime: string,
	memorySizeMb: number,
	variables: Readonly<Record<string, string>>,
) => Promise<LaunchOptions | Unable>;

/** How to start our runtime files; asks for the user's Python once, when it is first needed. */
function launchOptionsOf(warn: (text: string) => void): LaunchOptionsOf {
	const node = nodeInterpreter();
	let python: Promise<Interpreter | undefined> | undefined;
	const warned = new Set<string>();

	function warnOfVersion(runtime: string, wanted: string, interpreter: Interpreter, name: string): void {
		if (interpreter.version.startsWith(`${wanted}.`) || warned.has(runtime)) return;
		warned.add(runtime);
		warn(`Functions with runtime ${runtime} run with ${name} ${interpreter.version}, which is what this machine has.`);
	}

	return async (runtime, memorySizeMb, variables) => {
		const [, family, wanted = ""] = /^(nodejs|python)(\d+(?:\.\d+)?)/.exec(runtime.replace(/\.x$/, "")) ?? [];
		if (family === "nodejs") {
			warnOfVersion(runtime, wanted, node, "Node.js");
			return nodeLaunch(node, memorySizeMb, variables);
		}
		if (family === "python") {
			python ??= pythonInterpreter();
			const interpreter = await python;
			if (interpreter === undefined) {
				// Asked again the next time: the user may install it meanwhile.
				python = undefined;
				return {
					unable: `Runtime ${runtime} needs Python 3, and there is no python3 on the PATH. Install it (https://www.python.org/downloads/) and invoke again.`,
				};
			}
			warnOfVersion(runtime, wanted, interpreter, "Python");
			return pythonLaunch(interpreter, variables);
		}
		return {
			unable: `Gatewright runs Node.js and Python functions, and any runtime whose code has an executable file named bootstrap; runtime ${runtime} is neither.`,
		};
	};
}

function nodeLaunch(
	node: Interpreter,
	memorySizeMb: number,
	variables: Readonly<Record<string, string>>,
): LaunchOptions {
	// As AWS's own bootstrap does: nine tenths of the memory for the old generation, a twentieth for each new half.
	const memory = [
		`--max-old-space-size=${Math.floor(memorySizeMb * 0.9)}`,
		`--max-semi-space-size=${Math.max(Math.floor(memorySizeMb / 20), 1)}`,
	];
	return {
		command: node.command,
		arguments: ["--enable-source-maps", ...memory, join(runtimesFolder, "node.cjs")],
		variables: { ...hostVariables(), ...node.variables, ...readAtStart(variables, /^NODE_(OPTIONS|EXTRA_CA_CERTS)$/) },
		pipes: true,
	};
}

function pythonLaunch(python: Interpreter, variables: Readonly<Record<string, string>>): LaunchOptions {
	return {
		command: python.command,
		arguments: ["-u", join(runtimesFolder, "python.py")],
		variables: { ...hostVariables(), ...readAtStart(variables, /^PYTHON(?!PATH$)/) },
		pipes: true,
	};
}

/** The function's variables that a program reads only when it starts: a process that waits cannot be given them later. */
function readAtStart(variables: Readonly<Record<string, string>>, names: RegExp): Record<string, string> {
	return Object.fromEntries(
		Object.entries(variables).filter(([name]) => names.test(name) || /^(LD|DYLD)_PRELOAD$/.test(name)),
	);
}
