import { apiAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { ApiDefinition } from "../definitions.ts";
import { badRequest } from "../errors.ts";
import { findApi } from "../lookup.ts";
import type { RestApi, UpdateRestApiRequest } from "../model.generated.ts";
import { entries, type PatchRule, patch, type Refusal, refusePathOrOperation, replaceable } from "../patch.ts";
import { checkCompressionSize } from "./createRestApi.ts";

export async function updateRestApi(
	needs: Pick<ControlPlane, "apis" | "account" | "events">,
	{ restApiId, patchOperations }: UpdateRestApiRequest,
): Promise<RestApi> {
	const api = findApi(needs, restApiId);
	const patched = settled(patch(api, patchOperations, rules, refuse), api);
	check(patched);
	await needs.apis.put(restApiId, patched);
	needs.events.publish({ type: "state", kind: "api", id: restApiId, change: "updated" });
	return apiAnswer(patched, "shown");
}

const rules: readonly PatchRule[] = [
	...replaceable(
		"text",
		"/name",
		"/apiKeySource",
		"/securityPolicy",
		"/endpointAccessMode",
		"/endpointConfiguration/ipAddressType",
	),
	{ path: "/description", ops: ["replace", "remove"] },
	{ path: "/policy", ops: ["replace", "remove"] },
	{ path: "/minimumCompressionSize", ops: ["replace"] },
	{ path: "/disableExecuteApiEndpoint", ops: ["replace"], as: "boolean" },
	entries("/binaryMediaTypes/*", { list: true }),
	entries("/endpointConfiguration/types/*", { list: true }),
	entries("/endpointConfiguration/vpcEndpointIds/*", { list: true }),
];

/** Recorded: test_update_rest_api_ip_address_type, update-rest-api-invalid-operation-on-type. */
const refuse: Refusal = (operation, rule, all) =>
	rule?.path === "/endpointConfiguration/types/*"
		? badRequest("Invalid patch operation specified. Must be 'add'|'remove'|'replace'")
		: refusePathOrOperation(operation, rule, all);

/** A size is put as text, and none switches compression off; a private endpoint speaks both IP versions. */
function settled(patched: ApiDefinition, before: ApiDefinition): ApiDefinition {
	const { minimumCompressionSize, ...rest } = patched;
	const size = compressionSize(minimumCompressionSize);
	const becamePrivate = isPrivate(patched) && !isPrivate(before);
	const endpointConfiguration = becamePrivate
		? { ...rest.endpointConfiguration, ipAddressType: "dualstack" as const }
		: rest.endpointConfiguration;
	return { ...rest, ...(size === undefined ? {} : { minimumCompressionSize: size }), endpointConfiguration };
}

function compressionSize(value: unknown): number | undefined {
	if (value === undefined || value === "") return undefined;
	const size = Number(value);
	checkCompressionSize(size);
	return size;
}

const isPrivate = (api: ApiDefinition) => api.endpointConfiguration?.types?.includes("PRIVATE") ?? false;

function check(api: ApiDefinition): void {
	const { types = [], ipAddressType } = api.endpointConfiguration ?? {};
	if (types.some((it) => !["REGIONAL", "EDGE", "PRIVATE"].includes(it))) {
		throw badRequest("Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE");
	}
	if (ipAddressType !== "ipv4" && ipAddressType !== "dualstack") {
		throw badRequest("ipAddressType must be either ipv4 or dualstack.");
	}
	if (isPrivate(api) && ipAddressType === "ipv4") {
		throw badRequest("Only dualstack ipAddressType is supported for Private APIs.");
	}
}
