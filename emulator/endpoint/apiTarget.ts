import type { WireRequest } from "../aws/wire.ts";

export type DeployedStage = { readonly apiId: string; readonly apiName: string; readonly stage: string };

/** A request's API and stage, and the path behind the stage, still encoded. */
export type ApiTarget = {
	readonly apiId: string;
	readonly stage: string;
	readonly path: string;
	readonly domainName: string;
};

/**
 * Reads a deployed API's address: `/_api/{apiId}/{stage}/…`, the host `{apiId}.execute-api.…` with `/{stage}/…`, and, where
 * `stages` are all of one API, `/{stage}/…` alone.
 */
export function apiTarget(request: WireRequest, stages: readonly DeployedStage[]): ApiTarget | undefined {
	const host = request.headers["host"] ?? "localhost";
	const segments = request.path.split("/");
	if (segments[1] === "_api") {
		const [, , apiId = "", stage = "", ...rest] = segments;
		return { apiId, stage, path: `/${rest.join("/")}`, domainName: host };
	}
	const [, stage = "", ...rest] = segments;
	const path = `/${rest.join("/")}`;
	const byHost = /^([a-z0-9]+)\.execute-api\./.exec(host);
	if (byHost?.[1] !== undefined) return { apiId: byHost[1], stage, path, domainName: host };
	const [only] = stages;
	if (only === undefined || stages.some((it) => it.apiId !== only.apiId)) return undefined;
	const deployed = stages.find((it) => it.stage === stage);
	return deployed === undefined ? undefined : { apiId: deployed.apiId, stage, path, domainName: host };
}
