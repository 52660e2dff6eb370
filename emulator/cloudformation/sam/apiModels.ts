import { child, type Draft, type Node } from "../node.ts";
import type { Resource } from "../template.ts";
import { made, ref } from "./made.ts";

/** The `Models` of an API, a resource each. */
export function modelResources(resource: Resource): readonly Resource[] {
	const models = child(resource.properties, "Models");
	return [...(models?.kind === "map" ? models.entries : [])].map(([name, { value, keyAt }]) =>
		made(
			resource,
			modelId(resource, name),
			"AWS::ApiGateway::Model",
			{
				RestApiId: ref(resource.logicalId),
				Name: name,
				ContentType: "application/json",
				Schema: withModelUrls(value, name, resource),
			},
			keyAt,
		),
	);
}

export function modelId({ logicalId }: Resource, name: string): string {
	return `${logicalId} model ${name}`;
}

/** In OpenAPI a model refers to another as `#/definitions/Name`; API Gateway knows them by URL, and in this order. */
function withModelUrls(node: Node, own: string, resource: Resource): Draft {
	if (node.kind === "scalar") return node;
	if (node.kind === "list") return node.items.map((item) => withModelUrls(item, own, resource));
	return Object.fromEntries(
		[...node.entries].map(([key, { value }]) => {
			const name = key === "$ref" && value.kind === "scalar" ? localReference.exec(value.text)?.[1] : undefined;
			return [key, name === undefined ? withModelUrls(value, own, resource) : modelUrl(resource, name, own)];
		}),
	);
}

const localReference = /^#\/(?:definitions|components\/schemas)\/([A-Za-z0-9]+)$/;

function modelUrl(resource: Resource, name: string, own: string): Draft {
	// A model that refers to itself does not wait for itself.
	const model = name === own ? name : ref(modelId(resource, name));
	const url = "https://apigateway.amazonaws.com/restapis/${__ApiId__}/models/${__Model__}";
	return { "Fn::Sub": [url, { __ApiId__: ref(resource.logicalId), __Model__: model }] };
}
