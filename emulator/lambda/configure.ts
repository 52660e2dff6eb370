import { reservedVariables } from "./environment/variables.ts";
import {
	environmentTooLarge,
	layersNotSupported,
	reservedVariablesUsed,
	runtimeNotSupported,
	timeoutTooLong,
	tooManyLayers,
	unknownRuntime,
} from "./errors.ts";
import type { FunctionVersion } from "./functions.ts";
import type { UpdateFunctionConfigurationRequest } from "./model.generated.ts";
import { isRuntime } from "./supportedRuntimes.ts";

/** The members that a function's creation and a change of its configuration share. */
export type Settings = Pick<
	UpdateFunctionConfigurationRequest,
	| "Role"
	| "Handler"
	| "Description"
	| "Timeout"
	| "MemorySize"
	| "Environment"
	| "Runtime"
	| "DeadLetterConfig"
	| "TracingConfig"
	| "Layers"
	| "EphemeralStorage"
	| "LoggingConfig"
>;

export type Configured = Omit<FunctionVersion, "version" | "code" | "lastModified" | "revision" | "generation">;

/** A configuration with the members of a request put over it; refuses what AWS refuses. */
export function configure(base: Configured, settings: Settings): Configured {
	const { Runtime, Environment, Layers, LoggingConfig, DeadLetterConfig } = settings;
	if (settings.Timeout !== undefined && settings.Timeout > 900) throw timeoutTooLong(settings.Timeout);
	if (Runtime !== undefined && deprecated.test(Runtime)) throw runtimeNotSupported(Runtime);
	if (Runtime !== undefined && !isRuntime(Runtime)) throw unknownRuntime(Runtime);
	if (Layers !== undefined && Layers.length > 5) throw tooManyLayers();
	if (Layers !== undefined && Layers.length > 0) throw layersNotSupported();
	const environment = Environment === undefined ? base.environment : checkedVariables(Environment.Variables ?? {});
	return {
		...base,
		runtime: Runtime ?? base.runtime,
		role: settings.Role ?? base.role,
		handler: settings.Handler ?? base.handler,
		description: settings.Description ?? base.description,
		timeoutSeconds: settings.Timeout ?? base.timeoutSeconds,
		memorySizeMb: settings.MemorySize ?? base.memorySizeMb,
		environment,
		ephemeralStorageMb: settings.EphemeralStorage?.Size ?? base.ephemeralStorageMb,
		tracing: settings.TracingConfig?.Mode ?? base.tracing,
		deadLetterTarget: DeadLetterConfig === undefined ? base.deadLetterTarget : DeadLetterConfig.TargetArn || undefined,
		logging: {
			format: LoggingConfig?.LogFormat ?? base.logging.format,
			group: LoggingConfig?.LogGroup ?? base.logging.group,
			level: LoggingConfig?.ApplicationLogLevel ?? base.logging.level ?? "INFO",
			systemLevel: LoggingConfig?.SystemLogLevel ?? base.logging.systemLevel ?? "INFO",
		},
	};
}

/** What AWS gives a function that says nothing. */
export function defaults(name: string, role: string): Configured {
	return {
		name,
		role,
		runtime: "",
		handler: "",
		description: "",
		timeoutSeconds: 3,
		memorySizeMb: 128,
		architecture: "x86_64",
		ephemeralStorageMb: 512,
		tracing: "PassThrough",
		layers: [],
		logging: { format: "Text", group: `/aws/lambda/${name}` },
	};
}

/** AWS's time format in `LastModified`. */
export function lastModified(nowMs: number): string {
	return new Date(nowMs).toISOString().replace("Z", "+0000");
}

/** The runtimes that AWS no longer creates functions for, as recorded in November 2025. */
const deprecated =
	/^(nodejs|nodejs4\.3(-edge)?|nodejs6\.10|nodejs8\.10|nodejs1[024]\.x|python2\.7|python3\.[67]|java8|dotnetcore\d\.\d|go1\.x|ruby2\.[57]|provided)$/;

const variablesBytesMax = 4096;

function checkedVariables(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	const reserved = Object.keys(variables).filter((name) => reservedNames.has(name));
	if (reserved.length > 0) throw reservedVariablesUsed(reserved);
	const measured = JSON.stringify(variables);
	if (Buffer.byteLength(measured) > variablesBytesMax) throw environmentTooLarge(measured);
	return variables;
}

const reservedNames: ReadonlySet<string> = new Set(reservedVariables);
