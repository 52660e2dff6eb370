import { createHash } from "node:crypto";
import type { FunctionVersion } from "./functions.ts";
import type { FunctionConfiguration } from "./model.generated.ts";

/** A version as AWS shows it. `arn` is the function's, with the qualifier that was asked for. */
export function functionConfiguration(
	version: FunctionVersion,
	arn: string,
	status: FunctionStatus = settled,
): FunctionConfiguration {
	return {
		FunctionName: version.name,
		FunctionArn: arn,
		Runtime: version.runtime,
		Role: version.role,
		Handler: version.handler,
		CodeSize: version.code.sizeBytes,
		Description: version.description,
		Timeout: version.timeoutSeconds,
		MemorySize: version.memorySizeMb,
		LastModified: version.lastModified,
		CodeSha256: version.code.sha256,
		Version: version.version,
		...(version.environment === undefined ? {} : { Environment: { Variables: version.environment } }),
		TracingConfig: { Mode: version.tracing },
		RevisionId: version.revision,
		...(version.deadLetterTarget === undefined ? {} : { DeadLetterConfig: { TargetArn: version.deadLetterTarget } }),
		PackageType: "Zip",
		Architectures: [version.architecture],
		EphemeralStorage: { Size: version.ephemeralStorageMb },
		SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
		RuntimeVersionConfig: { RuntimeVersionArn: runtimeVersionArn(version.runtime, arn) },
		LoggingConfig: loggingConfig(version),
		...status,
	};
}

/** What a list of functions shows of each: not its state, nor which build of the runtime it has. */
export function listedConfiguration(version: FunctionVersion, arn: string): FunctionConfiguration {
	const { RuntimeVersionConfig: _build, ...listed } = functionConfiguration(version, arn, {});
	return listed;
}

export type FunctionStatus = Pick<
	FunctionConfiguration,
	| "State"
	| "StateReason"
	| "StateReasonCode"
	| "LastUpdateStatus"
	| "LastUpdateStatusReason"
	| "LastUpdateStatusReasonCode"
>;

/** AWS answers a creation before it is done; here it is done by then, and the next question says so. */
export const creating: FunctionStatus = {
	State: "Pending",
	StateReason: "The function is being created.",
	StateReasonCode: "Creating",
};
/** As recorded from AWS: an update gives the words of a creation. The code is not among the model's for updates. */
export const updating: FunctionStatus = {
	State: "Active",
	LastUpdateStatus: "InProgress",
	LastUpdateStatusReason: "The function is being created.",
	LastUpdateStatusReasonCode: "Creating" as never,
};
const settled: FunctionStatus = { State: "Active", LastUpdateStatus: "Successful" };

function loggingConfig({ logging }: FunctionVersion): NonNullable<FunctionConfiguration["LoggingConfig"]> {
	const base = { LogFormat: logging.format, LogGroup: logging.group };
	if (logging.format === "Text") return base;
	type Level = "TRACE" | "DEBUG" | "INFO" | "WARN" | "ERROR" | "FATAL";
	type SystemLevel = "DEBUG" | "INFO" | "WARN";
	// Both came in through the same enums.
	const levels = { ApplicationLogLevel: logging.level as Level, SystemLogLevel: logging.systemLevel as SystemLevel };
	return { ...base, ...levels };
}

/** AWS names a build of a runtime by a hash; ours is the runtime's name, hashed. */
export function runtimeVersionArn(runtime: string, arn: string): string {
	const region = arn.split(":")[3] ?? "";
	return `arn:aws:lambda:${region}::runtime:${createHash("sha256").update(runtime).digest("hex")}`;
}
