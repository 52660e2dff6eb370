import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { performance } from "node:perf_hooks";
import type { Problem } from "../../protocol/problem.ts";
import type { CallOperation, Kernel } from "../aws/service.ts";
import { deploy } from "../cloudformation/deploy.ts";
import { type Loaded, load } from "../cloudformation/load.ts";
import { openStack, type Stack, stackName } from "../cloudformation/stack.ts";
import { findTemplate } from "./findTemplate.ts";
import { type FunctionCodes, functionCodes } from "./functionCode.ts";
import { functionFaults } from "./functionFaults.ts";
import { inTurn } from "./inTurn.ts";
import { announceProblems } from "./problemLog.ts";
import { readSamConfig, samConfigFile } from "./samConfig.ts";
import { watcher } from "./watcher.ts";

export type AppHands = {
	readonly kernel: Kernel;
	/** An operation of a service, called as an SDK would call it. */
	readonly call: CallOperation;
};

/** The app in the folder that the user opened. */
export type RunningApp = {
	/** Absolute; it need not exist yet. */
	readonly template: string;
	/** All that is wrong with the app's files now. */
	problems(): readonly Problem[];
	/** What the template calls a thing of this name or id. */
	logicalIdOf(physicalId: string): string | undefined;
	/** Deploys what has changed, without waiting for the file system to tell. */
	redeploy(): Promise<void>;
	/** Resolves when no deployment is under way or waiting. */
	settled(): Promise<void>;
	close(): Promise<void>;
};

/**
 * Deploys the app at a path (a template, or a folder with one), then deploys again what changes in its files. What cannot
 * be read or built is a problem, never a failure: what already ran goes on, and the next save may mend it.
 */
export async function openApp(path: string, { kernel, call }: AppHands): Promise<RunningApp> {
	const template = findTemplate(path);
	const folder = dirname(template);
	const announce = announceProblems(kernel.events);
	const codes = functionCodes(template, kernel.filesDir);
	const watching = watcher(() => void redeploy());
	const log = (text: string) => kernel.events.publish({ type: "log", part: "cloudformation", level: "info", text });
	let problems: readonly Problem[] = [];
	let stack: Stack | undefined;
	let isFirst = true;
	const logicalIdOf = (physicalId: string) => stack?.all().find((it) => it.ref === physicalId)?.logicalId;
	const faults = functionFaults({ kernel, folder, logicalIdOf, changed: () => announce(allProblems()) });
	const allProblems = () => [...problems, ...faults.problems()];

	const deployOnce = async () => {
		const startedMs = performance.now();
		const config = readSamConfig(folder);
		stack ??= await openStack(kernel, template, stackName(config.stackName ?? basename(folder)));
		const loaded = loadFile(template, config.parameters);
		const result =
			loaded.deployable === undefined
				? { changed: [], problems: [] }
				: await deploy(loaded.deployable, config.parameters, stack, { kernel, call, log, build: codes.make });
		problems = [...config.problems, ...loaded.problems, ...result.problems];
		watching.set(watchedBy(template, loaded, codes));
		faults.forget(result.changed);
		// An error that kept everything as it was is no deployment, save the first: that one tells that the app is open.
		const isFailure = result.changed.length === 0 && problems.some(({ severity }) => severity === "error");
		if (isFirst || !isFailure) {
			// How long it really took, whatever the virtual clock says.
			const durationMs = performance.now() - startedMs;
			kernel.events.publish({ type: "deployed", template, durationMs, changed: result.changed });
		}
		isFirst = false;
		announce(allProblems());
	};
	const turns = inTurn(async () => {
		try {
			await deployOnce();
		} catch (error) {
			// A mistake of ours: it is seen, and the emulator and what already ran go on.
			const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
			kernel.events.publish({ type: "log", part: "cloudformation", level: "error", text });
			const message = `${template} could not be deployed, by a fault of Gatewright: ${text.split("\n")[0]}`;
			problems = [{ severity: "error", code: "internal", message }];
			announce(allProblems());
		}
	});
	const redeploy = () => turns.run();

	await redeploy();
	return {
		template,
		problems: allProblems,
		logicalIdOf,
		redeploy,
		settled: turns.settled,
		async close() {
			watching.close();
			faults.close();
			await turns.settled();
			await codes.close();
		},
	};
}

function loadFile(file: string, given: ReadonlyMap<string, string>): Loaded {
	try {
		return load(readFileSync(file, "utf8"), file, given);
	} catch (error) {
		if (!(error instanceof Error && "code" in error)) throw error;
		const reason = error.code === "ENOENT" ? "there is none" : error.message;
		const message = `No template could be read at ${file}: ${reason}. An app needs a template.yaml, template.yml or template.json.`;
		return { problems: [{ severity: "error", code: "no-template", message }], files: [] };
	}
}

function watchedBy(template: string, { files }: Loaded, codes: FunctionCodes) {
	const code = codes.watched();
	return { files: [template, samConfigFile(dirname(template)), ...files, ...code.files], folders: code.folders };
}
