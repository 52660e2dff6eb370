import { childText, type Node, plain } from "../node.ts";
import { type Patch, patches, pointer } from "./patches.ts";
import {
	type Deployed,
	generatedName,
	gone,
	type Hands,
	type Resolved,
	type ResourceType,
	requestOf,
	textOf,
} from "./resourceType.ts";

export const apiGatewayRestApi: ResourceType = {
	replacedBy: [],
	async create(resource, hands) {
		refuseBody(resource, hands);
		const request = requestOf(resource, hands, {
			model: "apigateway",
			operation: "CreateRestApi",
			renamed: { ApiKeySourceType: "apiKeySource" },
			elsewhere: bodies,
			missing: ["FailOnWarnings", "Mode", "Parameters"],
			json: ["Policy"],
		});
		const answer = await hands.call("apigateway", "CreateRestApi", {
			name: generatedName(resource, hands, 255),
			...request,
		});
		return deployed(textOf(answer, "id"), textOf(answer, "rootResourceId"));
	},
	async update(resource, before, hands) {
		refuseBody(resource, hands);
		const patchOperations = patches(resource, before, hands, {
			Name: "/name",
			Description: "/description",
			ApiKeySourceType: "/apiKeySource",
			MinimumCompressionSize: "/minimumCompressionSize",
			DisableExecuteApiEndpoint: "/disableExecuteApiEndpoint",
			Policy: (_, after) => [
				{ op: "replace", path: "/policy", value: after === undefined ? "" : JSON.stringify(plain(after)) },
			],
			BinaryMediaTypes: mediaTypePatches,
		});
		if (patchOperations.length > 0) {
			await hands.call("apigateway", "UpdateRestApi", { restApiId: before.ref, patchOperations });
		}
		return before;
	},
	async delete(before, { call }) {
		await gone(call("apigateway", "DeleteRestApi", { restApiId: before.ref }));
	},
	sources: ({ ref }) => [`apis/${ref}`],
};

const bodies = ["Body", "BodyS3Location"];

function deployed(id: string, rootResourceId: string): Deployed {
	return { ref: id, attributes: { RestApiId: id, RootResourceId: rootResourceId }, ids: {} };
}

function refuseBody({ logicalId, properties }: Resolved, hands: Hands): void {
	for (const property of bodies) {
		const body = properties.entries.get(property);
		if (body === undefined) continue;
		const title = childText(body.value, "openapi") ?? childText(body.value, "swagger");
		const what = title === undefined ? property : `its OpenAPI ${title} ${property}`;
		const message = `${logicalId} is started without ${what}: APIs defined by OpenAPI are not emulated yet.`;
		hands.report({ severity: "error", code: "openapi-later", message, at: body.keyAt });
	}
}

function mediaTypePatches(before: unknown, after: Node | undefined): readonly Patch[] {
	const old: readonly unknown[] = Array.isArray(before) ? before : [];
	const now = after?.kind === "list" ? after.items.flatMap((item) => (item.kind === "scalar" ? item.text : [])) : [];
	const path = (type: unknown) => `/binaryMediaTypes/${pointer(String(type))}`;
	return [
		...old.filter((type) => !now.includes(String(type))).map((type): Patch => ({ op: "remove", path: path(type) })),
		...now.filter((type) => !old.includes(type)).map((type): Patch => ({ op: "add", path: path(type) })),
	];
}
