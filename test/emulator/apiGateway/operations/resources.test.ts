import assert from "node:assert/strict";
import { test } from "node:test";
import { createApi, testGateway } from "../testGateway.ts";

test("a new API has AWS's defaults, a root resource and two models (test_create_rest_api_with_optional_params)", async () => {
	const { operate } = await testGateway();
	const { id, rootResourceId, createdDate, ...rest } = await operate("CreateRestApi", { name: "shop" });
	assert.match(String(id), /^[a-z0-9]{10}$/);
	assert.match(String(rootResourceId), /^[a-z0-9]{10}$/);
	assert.ok(createdDate instanceof Date);
	assert.deepEqual(rest, {
		name: "shop",
		apiKeySource: "HEADER",
		disableExecuteApiEndpoint: false,
		endpointConfiguration: { types: ["EDGE"], ipAddressType: "ipv4" },
	});
	assert.deepEqual(await operate("GetResources", { restApiId: id }), { items: [{ id: rootResourceId, path: "/" }] });
	const { items } = (await operate("GetModels", { restApiId: id })) as { items: { name: string }[] };
	assert.deepEqual(
		items.map((it) => it.name),
		["Empty", "Error"],
	);
});

test("renaming and moving a resource moves what is below it (test_resource_lifecycle)", async () => {
	const { operate, pets, toys, restApiId, root } = await petsApi();
	const dogs = await operate("UpdateResource", {
		restApiId,
		resourceId: pets,
		patchOperations: [{ op: "replace", path: "/pathPart", value: "dogs" }],
	});
	assert.deepEqual(dogs, { id: pets, parentId: root, pathPart: "dogs", path: "/dogs" });
	assert.equal((await operate("GetResource", { restApiId, resourceId: toys }))["path"], "/dogs/toys");
	await operate("DeleteResource", { restApiId, resourceId: pets });
	const { items } = (await operate("GetResources", { restApiId })) as { items: { path: string }[] };
	assert.deepEqual(
		items.map((it) => it.path),
		["/", "/{proxy+}"],
	);
});

test("a private API speaks both IP versions and no other way (test_update_rest_api_ip_address_type)", async () => {
	const { operate, restApiId } = await petsApi();
	const update = (path: string, value: string) =>
		operate("UpdateRestApi", { restApiId, patchOperations: [{ op: "replace", path, value }] });
	const { endpointConfiguration } = await update("/endpointConfiguration/types/EDGE", "PRIVATE");
	assert.deepEqual(endpointConfiguration, { types: ["PRIVATE"], ipAddressType: "dualstack" });
	for (const [value, message] of [
		["ipv4", "Only dualstack ipAddressType is supported for Private APIs."],
		["wrong", "ipAddressType must be either ipv4 or dualstack."],
	] as const) {
		await assert.rejects(update("/endpointConfiguration/ipAddressType", value), {
			code: "BadRequestException",
			message,
		});
	}
});

const patchPath = (path: string, value = "x", op = "replace") => ({ patchOperations: [{ op, path, value }] });

for (const [name, operation, request, code, message] of [
	[
		"an unknown parent (test_update_resource_behaviour)",
		"CreateResource",
		{ parentId: "none", pathPart: "a" },
		"NotFoundException",
		"Invalid Resource identifier specified",
	],
	[
		"a sibling of the same name",
		"CreateResource",
		{ parentId: "ROOT", pathPart: "pets" },
		"ConflictException",
		"Another resource with the same parent already has this name: pets",
	],
	[
		"a second variable among siblings (test_create_proxy_resource_validation)",
		"CreateResource",
		{ parentId: "ROOT", pathPart: "{other}" },
		"BadRequestException",
		"A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed",
	],
	[
		"a child of a greedy resource",
		"CreateResource",
		{ parentId: "PROXY", pathPart: "child" },
		"BadRequestException",
		"Cannot create a child of a resource with a greedy path variable: {proxy+}",
	],
	[
		"a path part with a slash",
		"CreateResource",
		{ parentId: "ROOT", pathPart: "a/b" },
		"BadRequestException",
		"Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
	],
	[
		"a patch of what a resource has not",
		"UpdateResource",
		{ resourceId: "PETS", ...patchPath("/invalid") },
		"BadRequestException",
		"Invalid patch path  '/invalid' specified for op 'replace'. Must be one of: [/parentId, /pathPart]",
	],
	[
		"a patch that removes",
		"UpdateResource",
		{ resourceId: "PETS", ...patchPath("/pathPart", "x", "remove") },
		"BadRequestException",
		"Invalid patch path  '/pathPart' specified for op 'remove'. Please choose supported operations",
	],
	[
		"a resource under its own child",
		"UpdateResource",
		{ resourceId: "PETS", ...patchPath("/parentId", "TOYS") },
		"BadRequestException",
		"Resources cannot be cyclical.",
	],
	[
		"the root's name (test_update_resource_on_root)",
		"UpdateResource",
		{ resourceId: "ROOT", ...patchPath("/pathPart") },
		"BadRequestException",
		"Root resource cannot update its pathPart.",
	],
	[
		"the root's parent",
		"UpdateResource",
		{ resourceId: "ROOT", ...patchPath("/parentId") },
		"BadRequestException",
		"Root resource cannot update its parentId.",
	],
	[
		"an unknown resource",
		"GetResource",
		{ resourceId: "none" },
		"NotFoundException",
		"Invalid Resource identifier specified",
	],
	[
		"an unknown API",
		"GetRestApi",
		{ restApiId: "nothing" },
		"NotFoundException",
		"Invalid API identifier specified 000000000000:nothing",
	],
	[
		"an empty description",
		"CreateRestApi",
		{ name: "x", description: "" },
		"BadRequestException",
		"Description cannot be an empty string",
	],
	[
		"a compression size out of range",
		"CreateRestApi",
		{ name: "x", minimumCompressionSize: -1 },
		"BadRequestException",
		"Invalid minimum compression size, must be between 0 and 10485760",
	],
	[
		"media types without one (test_update_rest_api_behaviour)",
		"UpdateRestApi",
		patchPath("/binaryMediaTypes"),
		"BadRequestException",
		"Invalid patch path /binaryMediaTypes",
	],
	[
		"an operation that a member does not take (test_update_rest_api_compression)",
		"UpdateRestApi",
		patchPath("/minimumCompressionSize", "1", "add"),
		"BadRequestException",
		"Invalid patch operation specified. Must be one of: [replace]",
	],
] as const) {
	test(`refuses ${name}`, async () => {
		const { operate, restApiId, named } = await petsApi();
		const call = operate(operation, { restApiId, ...(named(request) as object) });
		await assert.rejects(call, { code, message });
	});
}

async function petsApi() {
	const gateway = await testGateway();
	const { operate } = gateway;
	const restApiId = await createApi(gateway);
	const { items } = (await operate("GetResources", { restApiId })) as { items: { id: string }[] };
	const root = items[0]?.id ?? "";
	const make = async (parentId: string, pathPart: string) =>
		String((await operate("CreateResource", { restApiId, parentId, pathPart }))["id"]);
	const pets = await make(root, "pets");
	const toys = await make(pets, "toys");
	const proxy = await make(root, "{proxy+}");
	const ids: Record<string, string> = { ROOT: root, PETS: pets, TOYS: toys, PROXY: proxy };
	const named = (value: unknown): unknown => {
		if (typeof value === "string") return ids[value] ?? value;
		if (Array.isArray(value)) return value.map(named);
		if (typeof value !== "object" || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, named(member)]));
	};
	return { operate, restApiId, root, pets, toys, named };
}
