import type { Dispatcher } from "../aws/dispatch.ts";
import type { WireRequest, WireResponse } from "../aws/wire.ts";
import { type ApiTarget, apiTarget, type DeployedStage } from "./apiTarget.ts";
import { foreignOrigin } from "./guard.ts";
import type { Answer, StreamedResponse } from "./server.ts";

export type AnswerNeeds = {
	readonly dispatcher: Dispatcher;
	/** A deployed API's data plane. */
	executeApi(request: WireRequest, target: ApiTarget): Promise<WireResponse>;
	deployedStages(): readonly DeployedStage[];
	/** What stands behind `/_gatewright/`, by the rest of the path. */
	readonly admin: Readonly<Record<string, AdminRoute>>;
};

/** `rest` is what follows the route's own name in the path, without its slash. */
export type AdminRoute = (
	request: WireRequest,
	rest: string,
) => WireResponse | StreamedResponse | Promise<WireResponse>;

/** Who answers a request on the one port: our own routes, a deployed API, or an AWS service. */
export function answerWith({ dispatcher, executeApi, deployedStages, admin }: AnswerNeeds): Answer {
	return async (request) => {
		if (request.path.startsWith("/_gatewright/")) return answerAdmin(request, admin);
		const explicit = apiTarget(request, []);
		if (explicit !== undefined) return executeApi(request, explicit);
		const byAws = await dispatcher.answer(request);
		if (byAws !== undefined) return byAws;
		const stages = deployedStages();
		const implicit = apiTarget(request, stages);
		return implicit === undefined ? nobody(request, stages) : executeApi(request, implicit);
	};
}

function answerAdmin(request: WireRequest, admin: AnswerNeeds["admin"]) {
	if (foreignOrigin(request.headers["origin"])) {
		return json(403, { message: "Gatewright's own routes do not answer web pages from elsewhere." });
	}
	const [name = "", ...rest] = request.path.slice("/_gatewright/".length).split("/");
	const route = Object.hasOwn(admin, name) ? admin[name] : undefined;
	if (route === undefined) {
		return json(404, { message: `There is no /_gatewright/${name}. There are: ${Object.keys(admin).join(", ")}.` });
	}
	return route(request, rest.join("/"));
}

export function json(status: number, value: unknown): WireResponse {
	return {
		status,
		headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
		body: JSON.stringify(value),
	};
}

function nobody(request: WireRequest, stages: readonly DeployedStage[]): WireResponse {
	const urls = stages.map((it) => `/_api/${it.apiId}/${it.stage}/ (${it.apiName})`);
	const deployed = urls.length === 0 ? "No API is deployed." : `Deployed: ${urls.join(", ")}.`;
	return json(404, {
		message: `Nothing answers ${request.method} ${request.path}: it is no AWS call and no deployed API's path. ${deployed}`,
	});
}
