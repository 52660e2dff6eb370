import type { Trace } from "../../protocol/trace.ts";
import type { Kernel, Service } from "../aws/service.ts";
import type { WireRequest, WireResponse } from "../aws/wire.ts";
import { authorizerCache } from "./authorizers/authorizerCache.ts";
import type { CallTarget } from "./call.ts";
import type { ControlPlane } from "./controlPlane.ts";
import { type DeployedApi, deployedApi } from "./deployedApi.ts";
import { execute, type GatewayNeeds } from "./gateway.ts";
import type { ApiGatewayHands } from "./hands.ts";
import { inTurn } from "./inTurn.ts";
import { operations } from "./operations/index.ts";
import { type CacheEntry, stageCache } from "./stageCache/stageCache.ts";
import { openStores } from "./stores.ts";
import { throttle } from "./throttle.ts";
import { traceRing } from "./traceRing.ts";

export type { ApiGatewayHands } from "./hands.ts";

/** API Gateway's REST APIs: definitions behind the control plane, and what answers the calls to what was deployed. */
export type ApiGateway = {
	readonly controlPlane: ControlPlane;
	/** Answers a request to a deployed API; never rejects. */
	execute(request: WireRequest, target: CallTarget): Promise<WireResponse>;
	deployedStages(): readonly { readonly apiId: string; readonly apiName: string; readonly stage: string }[];
	/** What a stage's cache holds, the oldest first; the stage as `apiId/name`. */
	cached(stage: string): readonly CacheEntry[];
	readonly traces: { get(id: string): Trace | undefined; recent(): readonly Trace[] };
	close(): Promise<void>;
};

export async function openApiGateway(kernel: Kernel, hands: ApiGatewayHands): Promise<ApiGateway> {
	const { account, region, clock, ids, events, sources } = kernel;
	const controlPlane: ControlPlane = {
		...(await openStores(kernel.documents)),
		account,
		region,
		clock,
		ids,
		events,
		authorizerCache: authorizerCache(clock),
		stageCache: stageCache(clock),
		hands,
		throttle: throttle(clock),
	};
	const { deployments, stages, apis } = controlPlane;
	const traces = traceRing();
	const ready = new Map<string, DeployedApi>();
	const needs: GatewayNeeds = {
		...controlPlane,
		sources,
		traces,
		deployed(apiId, deploymentId) {
			const key = `${apiId}/${deploymentId}`;
			const definition = deployments.get(key);
			if (definition === undefined) return undefined;
			let api = ready.get(key);
			if (api === undefined) {
				api = deployedApi(definition);
				// Deployments pile up while one edits; those in use are made ready again in no time.
				if (ready.size >= 50) ready.clear();
				ready.set(key, api);
			}
			return api;
		},
	};
	return {
		controlPlane,
		execute: (request, target) => execute(needs, request, target),
		deployedStages: () =>
			stages
				.all()
				.map(({ apiId, stageName }) => ({ apiId, apiName: apis.get(apiId)?.name ?? apiId, stage: stageName })),
		cached: (stage) => controlPlane.stageCache.entries(stage),
		traces,
		close: async () => ready.clear(),
	};
}

/** The control plane as the dispatcher sees it. */
export const apiGatewayService = (gateway: ApiGateway): Service => ({
	model: "apigateway",
	operations: inTurn(gateway.controlPlane, operations),
	close: () => gateway.close(),
});
