import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { EmulatorEvent, FunctionFault } from "../../protocol/events.ts";
import type { Problem, SourceLocation } from "../../protocol/problem.ts";
import type { Kernel } from "../aws/service.ts";

export type FunctionFaults = {
	/** What is wrong now with how functions run: each with its place in the code, else in the template. */
	problems(): readonly Problem[];
	/** Functions that were deployed again start with a clean slate. */
	forget(logicalIds: readonly string[]): void;
	close(): void;
};

export type FaultNeeds = {
	readonly kernel: Pick<Kernel, "events" | "sources">;
	/** The app's folder, absolute: places outside it are not the user's. */
	readonly folder: string;
	logicalIdOf(functionName: string): string | undefined;
	/** Called when the problems have changed. */
	changed(): void;
};

/** Turns what functions do wrong while they run into problems beside those of the files. */
export function functionFaults({ kernel, folder, logicalIdOf, changed }: FaultNeeds): FunctionFaults {
	const problems = new Map<string, Problem>();
	const stop = kernel.events.subscribe(observe, ["functionFault"]);

	function observe(event: EmulatorEvent): void {
		if (event.type !== "functionFault") return;
		const { functionName, fault } = event;
		const logicalId = logicalIdOf(functionName);
		// A function that a client made has no place in the app; its log says what happened.
		if (logicalId === undefined) return;
		if (fault === undefined) problems.delete(logicalId);
		else problems.set(logicalId, faultProblem(logicalId, fault, placeOf(fault, functionName)));
		changed();
	}

	function placeOf({ kind, trace }: FunctionFault, functionName: string): SourceLocation | undefined {
		const property = kind === "timeout" ? "Timeout" : "Handler";
		return firstPlace(trace ?? [], folder) ?? kernel.sources.at(`functions/${functionName}`, property);
	}

	return {
		problems: () => [...problems.values()],
		forget(logicalIds) {
			for (const logicalId of logicalIds) problems.delete(logicalId);
		},
		close: stop,
	};
}

function faultProblem(logicalId: string, { kind, detail }: FunctionFault, at: SourceLocation | undefined): Problem {
	return {
		severity: kind === "output" ? "warning" : "error",
		code: `function-${kind}`,
		message: words(logicalId, kind, detail),
		...(at && { at }),
	};
}

function words(logicalId: string, kind: FunctionFault["kind"], detail: string): string {
	switch (kind) {
		case "load":
			return `${logicalId} does not load: ${withRemedy(detail)}`;
		case "exit":
			return `${logicalId} ended its process in the middle of an invocation (${detail}): a handler returns or throws, it does not exit.`;
		case "timeout":
			return `${logicalId} did not answer within its Timeout of ${detail} s, so its process was ended: raise the Timeout, or find what it waits for.`;
		case "output":
			return `${logicalId} printed ${detail} characters more than are kept of one invocation (1 MB): print less.`;
	}
}

/** With what to do about a package that AWS's runtime has and this machine has not; who asked for it then says less. */
function withRemedy(detail: string): string {
	const name = /Cannot find (?:module|package) '(@aws-sdk\/[^'/]+|@smithy\/[^'/]+)/.exec(detail)?.[1];
	if (name === undefined) return detail;
	return `${detail.split("\n", 1)[0]} (AWS's runtime brings it, this machine does not): run npm install --save-dev ${name} beside the template.`;
}

/** The first place of a stack that is in the app and not in its packages. */
function firstPlace(trace: readonly string[], folder: string): SourceLocation | undefined {
	for (const line of trace) {
		const [, path, lineNumber, column = "1"] =
			/((?:file:\/\/)?(?:[A-Za-z]:[\\/]|\/)[^():]+):(\d+)(?::(\d+))?/.exec(line) ?? [];
		if (path === undefined) continue;
		const file = path.startsWith("file://") ? fileURLToPath(path) : path;
		const inside = relative(folder, file);
		if (inside.startsWith("..") || isAbsolute(inside) || inside.includes("node_modules")) continue;
		return { file, line: Number(lineNumber), column: Number(column) };
	}
	return undefined;
}
