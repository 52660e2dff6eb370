import { availableParallelism } from "node:os";
import { bind, type Kernel, type Service } from "../aws/service.ts";
import { type AsyncInvocations, asyncInvocations } from "./asyncInvocations.ts";
import { type CodeStore, codeStore } from "./code/codeStore.ts";
import { type ProcessGuard, processGuard } from "./environment/processGuard.ts";
import { type EnvironmentStarter, environmentStarter } from "./environment/startEnvironment.ts";
import type { Credentials } from "./environment/variables.ts";
import { type EnvironmentPool, environmentPool } from "./environmentPool.ts";
import { environmentSpecs } from "./environmentSpecs.ts";
import { type FaultLog, faultLog } from "./faultLog.ts";
import type { FunctionName } from "./functionNames.ts";
import { type Functions, functionsOf, type LambdaFunction } from "./functions.ts";
import { runInvocation } from "./invocation.ts";
import { operations } from "./operations/index.ts";
import { checkedPayload } from "./payload.ts";
import { policyAllows } from "./policy.ts";
import { sharedEnvironments } from "./sharedEnvironments.ts";

/** AWS Lambda: functions, their code, and the processes that run them. */
export type Lambda = {
	readonly kernel: Kernel;
	readonly functions: Functions;
	readonly code: CodeStore;
	readonly pool: EnvironmentPool;
	/** What other services call: the same path as the operation Invoke. */
	readonly invoke: InvokeFunction;
	/** The path itself, for a name that is taken apart already. */
	readonly invokeNamed: InvokeNamed;
	/**
	 * Whether the function's resource policy lets the service (`apigateway.amazonaws.com`) invoke it for `sourceArn`. True of
	 * a function that is not there: that it is missing is what Invoke will say.
	 */
	policyAllows(functionArn: string, principal: string, sourceArn: string): boolean;
	/** Starts a process ahead for a runtime, so that its first cold start is short. Never rejects. */
	prepare(runtime: string, memorySizeMb?: number): Promise<void>;
	/** Ends every process of a function. */
	close(): Promise<void>;
};

export type LambdaOptions = {
	/** How many environments run at once on this machine; the others wait. */
	readonly processesMax?: number;
	/** Processes started ahead per kind of runtime; 0 for none. */
	readonly stockSize?: number;
	/** How long, on the virtual clock, an environment stays warm. */
	readonly idleMs?: number;
	/** Folders of Node.js modules searched last, where AWS's runtime has its SDK. */
	readonly nodeModuleFolders?: readonly string[];
	/** What functions sign their calls with; made up unless given. */
	readonly credentials?: Credentials;
};

export type InvokeFunction = (call: {
	/** A name, partial ARN or ARN, with or without a qualifier. */
	readonly function: string;
	readonly payload: Uint8Array;
	readonly invocationType: "RequestResponse" | "Event";
	/** JSON text. */
	readonly clientContext?: string;
	/** The payload was made by JSON.stringify: it need not be read to know that it is JSON. */
	readonly isJson?: true;
}) => Promise<Invoked>;

export type Invoked = {
	readonly status: number;
	readonly payload: Buffer;
	readonly functionError?: "Unhandled" | "Handled";
	readonly requestId: string;
	readonly executedVersion: string;
	logTail(): string;
	readonly durationMs: number;
	readonly coldStart: boolean;
};

export type InvokeNamed = (
	name: FunctionName,
	call: Omit<Parameters<InvokeFunction>[0], "function"> & { readonly requestId: string },
) => Promise<Invoked>;

export async function openLambda(kernel: Kernel, options: LambdaOptions = {}): Promise<Lambda> {
	const functions = functionsOf(await kernel.documents.collection<LambdaFunction>("lambda-functions"), kernel);
	const code = codeStore(kernel.filesDir);
	await code.removeUnused(codeInUse(functions.stored.all()));
	const guard = processGuard();
	const starter = environmentStarter({
		stockSize: options.stockSize ?? 1,
		guard,
		warn: (text) => kernel.events.publish({ type: "log", part: "lambda", level: "warn", text }),
	});
	const processes = environmentPool({
		clock: kernel.clock,
		processesMax: options.processesMax ?? 32,
		idleMs: options.idleMs ?? 10 * 60_000,
		start: starter.start,
		specOf: environmentSpecs(kernel, options),
	});
	const pool = sharedEnvironments(processes, availableParallelism());
	const faults = faultLog(kernel.events);
	const later = asyncInvocations(kernel, (resolved, call) => runInvocation({ kernel, pool, faults }, resolved, call));
	const invokeNamed = invokeNamedOf({ kernel, functions, pool, faults, later });
	return {
		kernel,
		functions,
		code,
		pool,
		invokeNamed,
		invoke: (call) => invokeNamed(functions.name(call.function), { ...call, requestId: kernel.ids.uuid() }),
		policyAllows(arn, principal, sourceArn) {
			const { name, qualifier = "" } = functions.name(arn);
			const found = functions.stored.get(name);
			return found === undefined || policyAllows(found.policies[qualifier], principal, sourceArn);
		},
		prepare: (runtime, memorySizeMb = 128) => starter.prepare(runtime, memorySizeMb),
		close: () => closeAll(later, pool, starter, guard),
	};
}

/** What the dispatcher sees. */
export const lambdaService = (lambda: Lambda): Service => ({
	model: "lambda",
	operations: bind(lambda, operations),
	close: lambda.close,
});

type InvokeNeeds = Pick<Lambda, "kernel" | "functions" | "pool"> & {
	readonly faults: FaultLog;
	readonly later: AsyncInvocations;
};

function invokeNamedOf({ kernel, functions, pool, faults, later }: InvokeNeeds): InvokeNamed {
	return async (name, { payload, invocationType, clientContext, isJson, requestId }) => {
		const resolved = functions.resolve(name);
		const call = { requestId, payload: checkedPayload(payload, invocationType, isJson), clientContext };
		const executedVersion = resolved.version.version;
		if (invocationType === "Event") {
			later.add(() => functions.resolve(name), call);
			const nothing = { payload: Buffer.alloc(0), logTail: () => "", durationMs: 0, coldStart: false };
			return { status: 202, requestId, executedVersion, ...nothing };
		}
		const result = await runInvocation({ kernel, pool, faults }, resolved, call);
		return { status: 200, requestId, executedVersion, ...result };
	};
}

/** Code that was replaced stays until the next start: an invocation may still run on it. */
function codeInUse(all: readonly LambdaFunction[]): ReadonlySet<string> {
	return new Set(all.flatMap(({ latest, versions }) => [latest, ...versions].map(({ code }) => code.folder)));
}

/** The processes are killed, not asked: a second is more than enough for them to be gone. */
const closeMs = 1_000;

async function closeAll(
	later: AsyncInvocations,
	pool: EnvironmentPool,
	starter: EnvironmentStarter,
	guard: ProcessGuard,
): Promise<void> {
	later.close();
	let timer: NodeJS.Timeout | undefined;
	const bound = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, closeMs);
	});
	await Promise.race([Promise.all([pool.close(), starter.close()]), bound]);
	clearTimeout(timer);
	guard.close();
}
