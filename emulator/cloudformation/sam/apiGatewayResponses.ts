import { child, type Draft, type Node } from "../node.ts";
import type { Resource } from "../template.ts";
import { made, ref } from "./made.ts";
import { checkProperties } from "./properties.ts";
import type { Report } from "./transformed.ts";

/** The `GatewayResponses` of an API, a resource each. */
export function gatewayResponseResources(resource: Resource, report: Report): readonly Resource[] {
	const responses = child(resource.properties, "GatewayResponses");
	return [...(responses?.kind === "map" ? responses.entries : [])].map(([type, { value, keyAt }]) => {
		if (value.kind === "map") {
			const ofResponse = ["ResponseParameters", "ResponseTemplates", "StatusCode"];
			checkProperties(value, { owner: `The gateway response ${type}`, known: ofResponse, missing: [] }, report);
		}
		const properties = {
			RestApiId: ref(resource.logicalId),
			ResponseType: type,
			StatusCode: child(value, "StatusCode"),
			ResponseParameters: responseParameters(child(value, "ResponseParameters")),
			ResponseTemplates: child(value, "ResponseTemplates"),
		};
		return made(
			resource,
			`${resource.logicalId} response ${type}`,
			"AWS::ApiGateway::GatewayResponse",
			properties,
			keyAt,
		);
	});
}

/** SAM groups them: `Headers: { X: … }` is `gatewayresponse.header.X`. */
function responseParameters(groups: Node | undefined): Draft {
	const prefixes: Readonly<Record<string, string>> = { Headers: "header", Paths: "path", QueryStrings: "querystring" };
	const result: Record<string, Node> = {};
	for (const [group, { value }] of groups?.kind === "map" ? groups.entries : []) {
		for (const [name, entry] of value.kind === "map" ? value.entries : []) {
			result[`gatewayresponse.${prefixes[group] ?? group}.${name}`] = entry.value;
		}
	}
	return groups === undefined ? undefined : result;
}
