import { delimiter } from "node:path";
import type { FunctionVersion } from "../functions.ts";
import { runtimesFolder } from "../runtimesFolder.ts";
import { hostVariables } from "./hostVariables.ts";

/** What the variables tell a function of the emulator around it. */
export type Surroundings = {
	readonly region: string;
	readonly endpoint: string;
	readonly credentials: Credentials;
	readonly logStream: string;
	/** Folders of Node.js modules searched last, where AWS's runtime has its SDK. */
	readonly nodeModuleFolders: readonly string[];
};
export type Credentials = {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly sessionToken: string;
};

/** All environment variables of a function's process: AWS's own, then the function's, then those that AWS does not let it set. */
export function environmentVariables(
	version: FunctionVersion,
	folder: string,
	around: Surroundings,
): Record<string, string> {
	return {
		...hostVariables(),
		LANG: "en_US.UTF-8",
		TZ: ":UTC",
		AWS_XRAY_CONTEXT_MISSING: "LOG_ERROR",
		AWS_XRAY_DAEMON_ADDRESS: "127.0.0.1:2000",
		// Not on AWS: so that an SDK client in the function reaches the emulator and nothing else.
		AWS_ENDPOINT_URL: around.endpoint,
		...searchPaths(version.runtime, folder, around.nodeModuleFolders),
		...version.environment,
		...reserved(version, folder, around),
		...logging(version),
	};
}

/** A function may not have these set: AWS refuses them in its Environment. */
export const reservedVariables = [
	"_HANDLER",
	"_X_AMZN_TRACE_ID",
	"AWS_DEFAULT_REGION",
	"AWS_REGION",
	"AWS_EXECUTION_ENV",
	"AWS_LAMBDA_FUNCTION_NAME",
	"AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
	"AWS_LAMBDA_FUNCTION_VERSION",
	"AWS_LAMBDA_INITIALIZATION_TYPE",
	"AWS_LAMBDA_LOG_GROUP_NAME",
	"AWS_LAMBDA_LOG_STREAM_NAME",
	"AWS_ACCESS_KEY",
	"AWS_ACCESS_KEY_ID",
	"AWS_SECRET_ACCESS_KEY",
	"AWS_SESSION_TOKEN",
	"AWS_LAMBDA_RUNTIME_API",
	"LAMBDA_TASK_ROOT",
	"LAMBDA_RUNTIME_DIR",
] as const;

function reserved(version: FunctionVersion, folder: string, around: Surroundings): Record<string, string> {
	return {
		_HANDLER: version.handler,
		AWS_REGION: around.region,
		AWS_DEFAULT_REGION: around.region,
		...(version.runtime.startsWith("provided") ? {} : { AWS_EXECUTION_ENV: `AWS_Lambda_${version.runtime}` }),
		AWS_LAMBDA_FUNCTION_NAME: version.name,
		AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(version.memorySizeMb),
		AWS_LAMBDA_FUNCTION_VERSION: version.version,
		AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
		AWS_LAMBDA_LOG_GROUP_NAME: version.logging.group,
		AWS_LAMBDA_LOG_STREAM_NAME: around.logStream,
		AWS_ACCESS_KEY_ID: around.credentials.accessKeyId,
		AWS_SECRET_ACCESS_KEY: around.credentials.secretAccessKey,
		AWS_SESSION_TOKEN: around.credentials.sessionToken,
		LAMBDA_TASK_ROOT: folder,
		LAMBDA_RUNTIME_DIR: runtimesFolder,
	};
}

function searchPaths(runtime: string, folder: string, nodeModuleFolders: readonly string[]): Record<string, string> {
	if (!runtime.startsWith("nodejs")) return {};
	return { NODE_PATH: [`${folder}/node_modules`, folder, ...nodeModuleFolders].join(delimiter) };
}

function logging({ logging: { format, level } }: FunctionVersion): Record<string, string> {
	if (format !== "JSON") return {};
	return { AWS_LAMBDA_LOG_FORMAT: "JSON", AWS_LAMBDA_LOG_LEVEL: level ?? "INFO" };
}
