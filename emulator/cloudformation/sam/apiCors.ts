import { child, type Draft, type Node, scalar } from "../node.ts";
import type { Resource } from "../template.ts";
import { checkProperties } from "./properties.ts";
import type { ApiRoute, Report } from "./transformed.ts";

/** `Cors`: an OPTIONS method that answers by itself on each path that has none. */
export function corsMethods(resource: Resource, routes: readonly ApiRoute[], report: Report): readonly ApiRoute[] {
	const cors = child(resource.properties, "Cors");
	if (cors === undefined) return [];
	const isMap = cors.kind === "map" && child(cors, "Ref") === undefined;
	if (isMap) {
		const known = ["AllowCredentials", "AllowHeaders", "AllowMethods", "AllowOrigin", "ExposeHeaders", "MaxAge"];
		checkProperties(cors, { owner: "Cors", known, missing: [] }, report);
	}
	const origin = isMap ? child(cors, "AllowOrigin") : cors;
	return [...new Set(routes.map(({ path }) => path))].flatMap((path): readonly ApiRoute[] => {
		const methods = routes.filter((route) => route.path === path).map((route) => route.method);
		if (methods.includes("OPTIONS")) return [];
		const headers: Readonly<Record<string, Draft>> = {
			"Access-Control-Allow-Headers": child(cors, "AllowHeaders"),
			"Access-Control-Allow-Methods": child(cors, "AllowMethods") ?? `'${allowed(methods).join(",")}'`,
			"Access-Control-Allow-Origin": origin ?? "'*'",
			"Access-Control-Allow-Credentials": credentials(child(cors, "AllowCredentials")),
			"Access-Control-Expose-Headers": child(cors, "ExposeHeaders"),
			"Access-Control-Max-Age": child(cors, "MaxAge"),
		};
		const sent = Object.entries(headers).filter(([, value]) => value !== undefined);
		const parameters = (value: (given: Draft) => Draft) =>
			Object.fromEntries(sent.map(([name, given]) => [`method.response.header.${name}`, value(given)]));
		return [
			{
				api: resource.logicalId,
				path,
				method: "OPTIONS",
				at: cors.at,
				condition: resource.condition,
				integration: {
					Type: "MOCK",
					RequestTemplates: { "application/json": '{\n  "statusCode" : 200\n}\n' },
					IntegrationResponses: [
						{
							StatusCode: "200",
							ResponseParameters: parameters((given) => given),
							ResponseTemplates: { "application/json": "{}\n" },
						},
					],
				},
				methodResponses: [{ StatusCode: "200", ResponseParameters: parameters(() => false) }],
			},
		];
	});
}

function allowed(methods: readonly string[]): readonly string[] {
	const all = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
	return methods.includes("ANY") ? all : [...new Set([...methods, "OPTIONS"])].toSorted();
}

/** A header is only sent when credentials are allowed. */
function credentials(allow: Node | undefined): Draft {
	return allow?.kind === "scalar" && allow.text === "true" ? scalar("'true'", allow.at) : undefined;
}
