import type { StageDefinition } from "./definitions.ts";
import { badRequest } from "./errors.ts";
import type { CanarySettings, MethodSetting, PatchOperation } from "./model.generated.ts";
import { entries, type PatchRule, patch, type Refusal, replaceable } from "./patch.ts";

/** One patch of a stage: its own members, its canary, or the settings of a method. */
export function patchStage(stage: StageDefinition, operation: PatchOperation): StageDefinition {
	const { op, path = "" } = operation;
	if (op === "copy") return promote(stage, operation);
	if (path === "/canarySettings" && op === "remove") return withoutMember(stage, "canarySettings");
	if (path.startsWith("/canarySettings/")) return patchCanary(stage, operation);
	const setting = /^\/([^/]+\/[^/]+)(\/.+)?$/.exec(path);
	if (setting !== null && !ownPaths.test(path)) return patchSetting(stage, operation, setting[1] ?? "", setting[2]);
	const patched = patch(stage, [operation], rules, refuse);
	return path.startsWith("/cacheCluster") ? settledCluster(patched) : patched;
}

const ownPaths = /^\/(?:variables|accessLogSettings)\//;

const rules: readonly PatchRule[] = [
	...replaceable("text", "/deploymentId", "/description", "/cacheClusterSize", "/documentationVersion"),
	...replaceable("boolean", "/cacheClusterEnabled", "/tracingEnabled"),
	entries("/clientCertificateId"),
	{ path: "/accessLogSettings", ops: ["remove"] },
	entries("/accessLogSettings/destinationArn"),
	entries("/accessLogSettings/format"),
	entries("/variables/*"),
];

/** AWS makes and removes a cluster in about four minutes; here it is there at once. */
function settledCluster(stage: StageDefinition): StageDefinition {
	const { cacheClusterSize, ...rest } = stage;
	if (!stage.cacheClusterEnabled) return { ...rest, cacheClusterStatus: "NOT_AVAILABLE" };
	return { ...rest, cacheClusterSize: cacheClusterSize ?? "0.5", cacheClusterStatus: "AVAILABLE" };
}

function patchCanary(stage: StageDefinition, operation: PatchOperation): StageDefinition {
	const { op, path = "" } = operation;
	const name = path.slice("/canarySettings/".length);
	if (op === "add" && !name.startsWith("stageVariableOverrides/")) {
		throw badRequest(`Invalid add operation with path: ${path}`);
	}
	const { canarySettings } = stage;
	if (op === "remove" && (canarySettings === undefined || !isIn(canarySettings, name))) throw nothingToRemove(path);
	const start: CanarySettings = canarySettings ?? {
		deploymentId: stage.deploymentId,
		percentTraffic: 0,
		useStageCache: false,
	};
	return { ...stage, canarySettings: patch(start, [{ ...operation, path: `/${name}` }], canaryRules, refuseFor(path)) };
}

const canaryRules: readonly PatchRule[] = [
	...replaceable("text", "/deploymentId"),
	...replaceable("number", "/percentTraffic"),
	...replaceable("boolean", "/useStageCache"),
	{ path: "/stageVariableOverrides", ops: ["remove"] },
	entries("/stageVariableOverrides/*"),
];

const isIn = (canary: CanarySettings, name: string) =>
	name.startsWith("stageVariableOverrides/")
		? Object.hasOwn(canary.stageVariableOverrides ?? {}, name.slice("stageVariableOverrides/".length))
		: Object.hasOwn(canary, name);

/** A canary is promoted by copying its deployment and variables to the stage. */
function promote(stage: StageDefinition, { path, from }: PatchOperation): StageDefinition {
	const { canarySettings } = stage;
	const isDeployment = path === "/deploymentId" && from === "/canarySettings/deploymentId";
	const isVariables = path === "/variables" && from === "/canarySettings/stageVariableOverrides";
	if (!isDeployment && !isVariables) {
		throw badRequest(
			`Invalid copy operation with path: ${path} and from ${from}. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]`,
		);
	}
	if (canarySettings === undefined) throw badRequest("Promotion not available. Canary does not exist.");
	if (isDeployment) return { ...stage, deploymentId: canarySettings.deploymentId ?? stage.deploymentId };
	return { ...stage, variables: { ...stage.variables, ...canarySettings.stageVariableOverrides } };
}

/** `/{resourcePath}/{httpMethod}/throttling/rateLimit`; a method's settings begin as those of all methods. */
function patchSetting(
	stage: StageDefinition,
	{ op, path = "", value }: PatchOperation,
	key: string,
	member: string | undefined,
): StageDefinition {
	const { methodSettings } = stage;
	if (op === "remove" && member === undefined && Object.hasOwn(methodSettings, key)) {
		return { ...stage, methodSettings: withoutMember(methodSettings, key) };
	}
	if (op === "remove" && !Object.hasOwn(methodSettings, key)) throw nothingToRemove(path);
	const rule = member === undefined ? undefined : settings[member];
	if (rule === undefined || op === undefined) throw invalidPath(path);
	const current = methodSettings[key] ?? methodSettings["*/*"] ?? defaultSettings;
	const { path: name } = rule;
	const patched: MethodSetting =
		op === "remove"
			? { ...current, [name.slice(1)]: Reflect.get(defaultSettings, name.slice(1)) }
			: patch(
					current,
					[{ op: "replace", path: name, ...(value === undefined ? {} : { value }) }],
					[rule],
					refuseFor(path),
				);
	return { ...stage, methodSettings: { ...methodSettings, [key]: patched } };
}

const settings: Readonly<Record<string, PatchRule>> = {
	"/metrics/enabled": { path: "/metricsEnabled", ops: ["replace"], as: "boolean" },
	"/logging/dataTrace": { path: "/dataTraceEnabled", ops: ["replace"], as: "boolean" },
	"/logging/loglevel": { path: "/loggingLevel", ops: ["replace"] },
	"/throttling/burstLimit": { path: "/throttlingBurstLimit", ops: ["replace"], as: "number" },
	"/throttling/rateLimit": { path: "/throttlingRateLimit", ops: ["replace"], as: "number" },
	"/caching/ttlInSeconds": { path: "/cacheTtlInSeconds", ops: ["replace"], as: "number" },
	"/caching/enabled": { path: "/cachingEnabled", ops: ["replace"], as: "boolean" },
	"/caching/dataEncrypted": { path: "/cacheDataEncrypted", ops: ["replace"], as: "boolean" },
	"/caching/requireAuthorizationForCacheControl": {
		path: "/requireAuthorizationForCacheControl",
		ops: ["replace"],
		as: "boolean",
	},
	"/caching/unauthorizedCacheControlHeaderStrategy": {
		path: "/unauthorizedCacheControlHeaderStrategy",
		ops: ["replace"],
	},
};

/** Recorded: test_create_update_stages, update-stage. */
const defaultSettings: MethodSetting = {
	metricsEnabled: false,
	dataTraceEnabled: false,
	throttlingBurstLimit: 5000,
	throttlingRateLimit: 10_000,
	cachingEnabled: false,
	cacheTtlInSeconds: 300,
	cacheDataEncrypted: false,
	requireAuthorizationForCacheControl: true,
	unauthorizedCacheControlHeaderStrategy: "SUCCEED_WITH_RESPONSE_HEADER",
};

const refuse: Refusal = ({ op, path = "" }) => (op === "remove" ? nothingToRemove(path) : invalidPath(path));
const refuseFor =
	(path: string): Refusal =>
	({ op }) =>
		op === "remove" ? nothingToRemove(path) : invalidPath(path);

/** AWS's text, blank at the end and all. */
const nothingToRemove = (path: string) =>
	badRequest(`Cannot remove method setting ${path.slice(1)} because there is no method setting for this method `);

const invalidPath = (path: string) =>
	badRequest(`Invalid method setting path: ${path}. Must be one of: [${validPaths}]`);

/** AWS's own list, where the commas are missing that it does not have. */
const validPaths =
	"/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled";

function withoutMember<T extends object, K extends keyof T>(value: T, name: K): Omit<T, K> {
	const { [name]: _, ...rest } = value;
	return rest;
}
