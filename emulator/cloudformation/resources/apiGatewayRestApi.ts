import { locate } from "../locate.ts";
import { type Node, type Plain, plain } from "../node.ts";
import {
	definitionOf,
	emptyDefinition,
	locateInDefinition,
	methodIds,
	methodKeys,
	putDefinition,
	titleOf,
} from "./apiDefinition.ts";
import { changedProperties, type Patch, patches, pointer } from "./patches.ts";
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
		const definition = definitionOf(resource);
		const request = requestOf(resource, hands, {
			model: "apigateway",
			operation: "CreateRestApi",
			renamed: { ApiKeySourceType: "apiKeySource" },
			elsewhere: definition === undefined ? ["Body"] : ["Body", ...ofDefinition],
			missing: definition === undefined ? ["BodyS3Location", ...ofDefinition] : ["BodyS3Location"],
			json: ["Policy"],
		});
		const name = titleOf(definition) ?? generatedName(resource, hands, 255);
		const answer = await hands.call("apigateway", "CreateRestApi", { name, ...request });
		const api = deployed(textOf(answer, "id"), textOf(answer, "rootResourceId"));
		if (definition === undefined) return api;
		try {
			return await define(resource, api, definition, nothing, hands);
		} catch (error) {
			// Nothing would know of it any more.
			await gone(hands.call("apigateway", "DeleteRestApi", { restApiId: api.ref }));
			throw error;
		}
	},
	async update(resource, before, hands) {
		const definition = definitionOf(resource);
		const isDefined = ["Body", ...ofDefinition].some((it) => changedProperties(resource, before).includes(it));
		if (definition !== undefined && isDefined) return define(resource, before, definition, nothing, hands);
		if (definition === undefined && isDefined) {
			await emptyDefinition(resource, before.ref, hands);
			await patch(resource, before, nothing, hands);
			return { ...before, ids: {} };
		}
		await patch(resource, before, before.properties, hands);
		return before;
	},
	async delete(before, { call }) {
		await gone(call("apigateway", "DeleteRestApi", { restApiId: before.ref }));
	},
	sources: (api) => [`apis/${api.ref}`, ...methodKeys(api)],
	locate: (key, properties, resource, api) =>
		key === `apis/${api.ref}`
			? (path) => locate(properties, resource.at, path)
			: locateInDefinition(key, properties, resource, api),
};

/** What says how a definition is to be taken. */
const ofDefinition = ["FailOnWarnings", "Mode", "Parameters"];
const nothing: Plain = {};

/** The definition first, then the properties beside it, which win. */
async function define(
	resource: Resolved,
	api: Deployed,
	definition: Node,
	before: Plain,
	hands: Hands,
): Promise<Deployed> {
	await putDefinition(resource, api.ref, definition, hands);
	await patch(resource, api, before, hands);
	return { ...api, ids: await methodIds(api.ref, hands) };
}

async function patch(resource: Resolved, api: Deployed, before: Plain, hands: Hands): Promise<void> {
	const patchOperations = patches(resource, { properties: before }, hands, {
		Name: "/name",
		Description: "/description",
		ApiKeySourceType: "/apiKeySource",
		MinimumCompressionSize: "/minimumCompressionSize",
		DisableExecuteApiEndpoint: "/disableExecuteApiEndpoint",
		Policy: (_, after) => [
			{ op: "replace", path: "/policy", value: after === undefined ? "" : JSON.stringify(plain(after)) },
		],
		BinaryMediaTypes: mediaTypePatches,
		Body: () => [],
		...(before === nothing ? alreadySet : {}),
	});
	if (patchOperations.length > 0) {
		await hands.call("apigateway", "UpdateRestApi", { restApiId: api.ref, patchOperations });
	}
}

/** What a definition does not touch stays as the API was made. */
const alreadySet = Object.fromEntries(
	[...ofDefinition, "EndpointConfiguration", "Tags", "CloneFrom"].map((name) => [name, () => []]),
);

function deployed(id: string, rootResourceId: string): Deployed {
	return { ref: id, attributes: { RestApiId: id, RootResourceId: rootResourceId }, ids: {} };
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
