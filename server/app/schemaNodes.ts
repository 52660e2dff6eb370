import type { Node as YamlNode } from "yaml";
import { entriesOf, type HostDocument, rootOf, textOf, under } from "../embedded/hostDocument.ts";

/** The schemas of models that stand in a document: CloudFormation's, SAM's and OpenAPI's. */
export function schemaNodes(host: HostDocument): readonly YamlNode[] {
	const root = rootOf(host);
	const resources = entriesOf(host, under(host, root, "Resources")).map(({ value }) => ({
		type: textOf(host, under(host, value, "Type")),
		properties: under(host, value, "Properties"),
	}));
	const ofResources = resources.flatMap(({ type, properties }): readonly (YamlNode | undefined)[] => {
		if (type === "AWS::ApiGateway::Model") return [under(host, properties, "Schema")];
		if (type !== "AWS::Serverless::Api" && type !== "AWS::ApiGateway::RestApi") return [];
		const bodies = ["Body", "DefinitionBody"].map((key) => under(host, properties, key));
		return [
			...values(host, under(host, properties, "Models")),
			...bodies.flatMap((body) => openApiSchemas(host, body)),
		];
	});
	const isOpenApi = ["openapi", "swagger", "paths"].some((key) => under(host, root, key) !== undefined);
	return [...ofResources, ...(isOpenApi ? openApiSchemas(host, root) : [])].flatMap((node) => node ?? []);
}

function openApiSchemas(host: HostDocument, definition: YamlNode | undefined): readonly (YamlNode | undefined)[] {
	return [
		...values(host, under(host, definition, "definitions")),
		...values(host, under(host, definition, "components", "schemas")),
	];
}

function values(host: HostDocument, map: YamlNode | undefined): readonly (YamlNode | undefined)[] {
	return entriesOf(host, map).map(({ value }) => value);
}
