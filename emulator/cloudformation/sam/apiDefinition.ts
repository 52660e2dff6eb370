import { child, childText, type Draft, type Entry, type Mapping, type Node, node } from "../node.ts";
import type { Resource } from "../template.ts";
import { lambdaAuthorizers } from "./apiAuthorizers.ts";
import type { Report } from "./transformed.ts";

/**
 * The OpenAPI definition of an API, with what SAM writes into it: its Lambda authorizers, and the default one on each
 * operation that says nothing of security. Undefined for an API without a definition; "refused" when what is asked for
 * cannot be, which was reported: such an API is not made, since it would be open.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html
 */
export function apiDefinition(resource: Resource, report: Report): Mapping | "refused" | undefined {
	const { logicalId, properties } = resource;
	const body = child(properties, "DefinitionBody");
	const uri = properties.entries.get("DefinitionUri");
	if (body === undefined) return uri === undefined ? undefined : inBucket(logicalId, uri, report);
	if (body.kind !== "map") return undefined;
	for (const name of byDefinition) {
		const entry = properties.entries.get(name);
		if (entry === undefined) continue;
		if (uri !== undefined) {
			const message = `${name} works only with inline Swagger specified in 'DefinitionBody' property.`;
			report({ severity: "error", code: "sam-definition", message, at: entry.keyAt });
			return "refused";
		}
		if (name === "Auth") continue;
		const message = `${name} of ${logicalId} is not written into its DefinitionBody yet: it has no effect here. Write it there.`;
		report({ severity: "warning", code: "missing-property", message, at: entry.keyAt });
	}
	return withAuthorizers(resource, body, report);
}

/** What SAM writes into an inline definition, and cannot write into a file. */
const byDefinition = ["Auth", "Cors", "Models", "GatewayResponses"];

function inBucket(logicalId: string, { value, keyAt }: Entry, report: Report): "refused" {
	const where = value.kind === "scalar" ? value.text : "an S3 object";
	const message = `The definition of ${logicalId} cannot be read from ${where}: only files beside the template are. Give a relative path.`;
	report({ severity: "error", code: "include", message, at: keyAt });
	return "refused";
}

function withAuthorizers(resource: Resource, body: Mapping, report: Report): Mapping {
	const authorizers = lambdaAuthorizers(resource, report);
	if (authorizers.size === 0) return body;
	const schemes = Object.fromEntries([...authorizers].map(([name, authorizer]) => [name, schemeOf(authorizer)]));
	const isSwagger = childText(body, "swagger") !== undefined;
	const secured = withDefault(resource, body, authorizers);
	if (isSwagger) return merged(secured, "securityDefinitions", schemes);
	const components = child(secured, "components");
	const own = components?.kind === "map" ? components : emptyAt(secured);
	return withEntry(secured, "components", merged(own, "securitySchemes", schemes));
}

/** An authorizer's properties, as `AWS::ApiGateway::Authorizer` has them, in OpenAPI's form. */
function schemeOf(authorizer: Readonly<Record<string, Draft>>): Draft {
	const { Type, AuthorizerUri, AuthorizerCredentials, AuthorizerResultTtlInSeconds } = authorizer;
	const { IdentitySource, IdentityValidationExpression } = authorizer;
	const header = /^method\.request\.header\.([^,]+)$/.exec(textOf(IdentitySource))?.[1];
	return {
		type: "apiKey",
		name: header ?? "Unused",
		in: "header",
		"x-amazon-apigateway-authtype": "custom",
		"x-amazon-apigateway-authorizer": {
			type: textOf(Type).toLowerCase(),
			authorizerUri: AuthorizerUri,
			authorizerCredentials: AuthorizerCredentials,
			authorizerResultTtlInSeconds: AuthorizerResultTtlInSeconds,
			identitySource: IdentitySource,
			identityValidationExpression: IdentityValidationExpression,
		},
	};
}

const textOf = (draft: Draft) => (typeof draft === "string" ? draft : "");

function withDefault({ properties }: Resource, body: Mapping, authorizers: ReadonlyMap<string, unknown>): Mapping {
	const auth = child(properties, "Auth");
	const name = childText(auth, "DefaultAuthorizer");
	const paths = child(body, "paths");
	if (name === undefined || !authorizers.has(name) || paths?.kind !== "map") return body;
	const spared = childText(auth, "AddDefaultAuthorizerToCorsPreflight") === "false" ? ["options"] : [];
	const security: Draft = [{ [name]: [] }];
	const secure = (operation: Node): Node =>
		operation.kind !== "map" || operation.entries.has("security")
			? operation
			: withEntry(operation, "security", node(security, operation.at));
	return withEntry(
		body,
		"paths",
		mapped(paths, (path) =>
			path.kind !== "map"
				? path
				: mapped(path, (operation, key) => (isOperation(key) && !spared.includes(key) ? secure(operation) : operation)),
		),
	);
}

const isOperation = (key: string) =>
	/^(?:get|put|post|delete|options|head|patch|x-amazon-apigateway-any-method)$/.test(key);

function mapped(map: Mapping, change: (value: Node, key: string) => Node): Mapping {
	const entries = [...map.entries].map(([key, entry]): [string, Entry] => [
		key,
		{ ...entry, value: change(entry.value, key) },
	]);
	return { ...map, entries: new Map(entries) };
}

function merged(map: Mapping, name: string, more: Readonly<Record<string, Draft>>): Mapping {
	const own = child(map, name);
	const added = node(more, map.at);
	const entries = [own, added].flatMap((it) => (it?.kind === "map" ? [...it.entries] : []));
	return withEntry(map, name, { kind: "map", entries: new Map(entries), at: own?.at ?? map.at });
}

function withEntry(map: Mapping, name: string, value: Node): Mapping {
	const keyAt = map.entries.get(name)?.keyAt ?? value.at;
	return { ...map, entries: new Map(map.entries).set(name, { value, keyAt }) };
}

const emptyAt = ({ at }: Node): Mapping => ({ kind: "map", entries: new Map(), at });
