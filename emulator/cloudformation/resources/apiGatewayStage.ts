import { child, childText, type Mapping, type Node } from "../node.ts";
import { mapPatches, type Patch, patches, pointer, textIn } from "./patches.ts";
import { besides, type Deployed, gone, type ResourceType, requestOf } from "./resourceType.ts";

export const apiGatewayStage: ResourceType = {
	replacedBy: ["RestApiId", "StageName"],
	async create(resource, hands) {
		const request = requestOf(resource, hands, {
			model: "apigateway",
			operation: "CreateStage",
			renamed: { CanarySetting: "canarySettings" },
			elsewhere: ["MethodSettings", "AccessLogSetting"],
			missing: ["ClientCertificateId"],
		});
		// CloudFormation's default, for a stage that is not named.
		const stage = { stageName: "default", ...request };
		await hands.call("apigateway", "CreateStage", stage);
		const ids = { restApiId: String(request["restApiId"]), stageName: stage.stageName };
		const set = (property: string, patchOperations: readonly Patch[]) =>
			besides(resource, property, hands, async () => {
				if (patchOperations.length > 0) await hands.call("apigateway", "UpdateStage", { ...ids, patchOperations });
			});
		await set("MethodSettings", settingPatches(undefined, child(resource.properties, "MethodSettings")));
		await set("AccessLogSetting", accessLogPatches(undefined, child(resource.properties, "AccessLogSetting")));
		return { ref: ids.stageName, attributes: {}, ids };
	},
	async update(resource, before, hands) {
		const patchOperations = patches(resource, before, hands, {
			DeploymentId: "/deploymentId",
			Description: "/description",
			CacheClusterEnabled: "/cacheClusterEnabled",
			CacheClusterSize: "/cacheClusterSize",
			DocumentationVersion: "/documentationVersion",
			TracingEnabled: "/tracingEnabled",
			Variables: mapPatches("/variables"),
			MethodSettings: settingPatches,
			AccessLogSetting: accessLogPatches,
		});
		if (patchOperations.length > 0) await hands.call("apigateway", "UpdateStage", { ...before.ids, patchOperations });
		return before;
	},
	async delete({ ids }, { call }) {
		await gone(call("apigateway", "DeleteStage", ids));
	},
	sources: ({ ids }: Deployed) => [`apis/${ids["restApiId"]}/stages/${ids["stageName"]}`],
};

/** Each setting of a method on a stage has a path of its own in UpdateStage's patches. */
const settingPaths: Readonly<Record<string, string>> = {
	CacheDataEncrypted: "caching/dataEncrypted",
	CacheTtlInSeconds: "caching/ttlInSeconds",
	CachingEnabled: "caching/enabled",
	DataTraceEnabled: "logging/dataTrace",
	LoggingLevel: "logging/loglevel",
	MetricsEnabled: "metrics/enabled",
	ThrottlingBurstLimit: "throttling/burstLimit",
	ThrottlingRateLimit: "throttling/rateLimit",
};

function settingPatches(before: unknown, after: Node | undefined): readonly Patch[] {
	const now = after?.kind === "list" ? after.items.flatMap((item) => (item.kind === "map" ? item : [])) : [];
	const set = now.flatMap((setting) =>
		Object.entries(settingPaths).flatMap(([property, path]): readonly Patch[] => {
			const value = childText(setting, property);
			return value === undefined ? [] : [{ op: "replace", path: `${methodPath(setting)}/${path}`, value }];
		}),
	);
	const kept = new Set(now.map(methodPath));
	const old: readonly unknown[] = Array.isArray(before) ? before : [];
	const removed = old.map(storedMethodPath).filter((path) => !kept.has(path));
	return [...removed.map((path): Patch => ({ op: "remove", path })), ...set];
}

/** `/~1orders~1{id}/GET`; `/*` stands for every resource. */
function methodPath(setting: Mapping): string {
	return pathOf(childText(setting, "ResourcePath") ?? "/*", childText(setting, "HttpMethod") ?? "*");
}

function storedMethodPath(setting: unknown): string {
	return pathOf(textIn(setting, "ResourcePath") ?? "/*", textIn(setting, "HttpMethod") ?? "*");
}

function pathOf(resourcePath: string, httpMethod: string): string {
	const resource = resourcePath === "/*" || resourcePath === "*" ? "*" : pointer(resourcePath);
	return `/${resource}/${httpMethod}`;
}

function accessLogPatches(before: unknown, after: Node | undefined): readonly Patch[] {
	if (after === undefined) return before === undefined ? [] : [{ op: "remove", path: "/accessLogSettings" }];
	const set: Patch[] = [];
	const destination = childText(after, "DestinationArn");
	const format = childText(after, "Format");
	if (destination !== undefined)
		set.push({ op: "replace", path: "/accessLogSettings/destinationArn", value: destination });
	if (format !== undefined) set.push({ op: "replace", path: "/accessLogSettings/format", value: format });
	return set;
}
