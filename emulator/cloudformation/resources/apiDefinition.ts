import { AwsError } from "../../aws/awsError.ts";
import type { Locate } from "../../aws/sources.ts";
import { locate } from "../locate.ts";
import { child, childText, type Mapping, type Node, plain } from "../node.ts";
import { type Deployed, type Hands, RefusedProperties, type Resolved } from "./resourceType.ts";

/** The OpenAPI definition of a RestApi: sent to API Gateway as it is, with the places of its methods kept for the traces. */
export function definitionOf({ properties }: Resolved): Node | undefined {
	return child(properties, "Body");
}

/** What a definition calls its API; a RestApi without Name is called so. */
export function titleOf(definition: Node | undefined): string | undefined {
	return childText(child(definition, "info"), "title");
}

/** Makes the API what its definition says. `mode` is CloudFormation's Mode; without it the definition is all there is. */
export async function putDefinition(
	resource: Resolved,
	restApiId: string,
	definition: Node,
	hands: Hands,
): Promise<void> {
	const { properties } = resource;
	const parameters = child(properties, "Parameters");
	try {
		const { warnings } = await hands.call("apigateway", "PutRestApi", {
			restApiId,
			mode: childText(properties, "Mode") ?? "overwrite",
			failOnWarnings: childText(properties, "FailOnWarnings") === "true",
			...(parameters?.kind === "map" ? { parameters: plain(parameters) } : {}),
			body: Buffer.from(JSON.stringify(plain(definition))),
		});
		for (const warning of Array.isArray(warnings) ? warnings : []) report("warning", String(warning));
	} catch (error) {
		if (!(error instanceof AwsError)) throw error;
		const [first = "", ...lines] = error.message.split("\n\t");
		for (const line of lines.length === 0 ? [first] : lines) report("error", line);
		throw new RefusedProperties(error.message);
	}

	/** At the operation or path that the message names, as far as it names one. */
	function report(severity: "error" | "warning", said: string): void {
		const path = /(?:path|resource) '([^']+)'/.exec(said)?.[1];
		const method = / '([A-Z]+)' (?:for|on)|method '([A-Z]+)'/.exec(said);
		const at = locate(properties, resource.at, [
			"Body",
			...(path === undefined ? [] : ["paths", path, (method?.[1] ?? method?.[2] ?? "").toLowerCase()]),
		]);
		hands.report({ severity, code: "definition", message: `${resource.logicalId}: ${said}`, at });
	}
}

/** Takes a definition's methods away again, of an API that is to have others. */
export async function emptyDefinition(resource: Resolved, restApiId: string, { call }: Hands): Promise<void> {
	const title = childText(resource.properties, "Name") ?? resource.logicalId;
	const body = Buffer.from(JSON.stringify({ swagger: "2.0", info: { title }, paths: {} }));
	await call("apigateway", "PutRestApi", { restApiId, mode: "overwrite", body });
}

type Resource = {
	readonly id: string;
	readonly path: string;
	readonly resourceMethods?: Readonly<Record<string, unknown>>;
};

/** The resource of each method that the API has now, by `METHOD /path`. */
export async function methodIds(restApiId: string, { call }: Hands): Promise<Record<string, string>> {
	// AWS's quota is 300 resources; a page has at most 500.
	const { items = [] } = (await call("apigateway", "GetResources", { restApiId, limit: 500 })) as {
		items?: readonly Resource[]; // the members of AWS's model; `call` answers untyped records
	};
	return Object.fromEntries(
		items.flatMap(({ id, path, resourceMethods = {} }) =>
			Object.keys(resourceMethods).map((method) => [`${method} ${path}`, id]),
		),
	);
}

/** The source keys of a definition's methods. */
export function methodKeys({ ref, ids }: Deployed): readonly string[] {
	return Object.entries(ids).map(([method, resourceId]) => methodKey(ref, resourceId, method.split(" ", 1)[0] ?? ""));
}

const methodKey = (apiId: string, resourceId: string, method: string) =>
	`apis/${apiId}/resources/${resourceId}/methods/${method}`;

/** Finds a method's properties, by the names that API Gateway gives them, in the definition. */
export function locateInDefinition(key: string, properties: Mapping, { at }: Resolved, deployed: Deployed): Locate {
	const [method] = Object.entries(deployed.ids).find(
		([name, resourceId]) => methodKey(deployed.ref, resourceId, name.split(" ", 1)[0] ?? "") === key,
	) ?? [""];
	const [httpMethod = "", path = ""] = method.split(" ");
	const operation = httpMethod === "ANY" ? "x-amazon-apigateway-any-method" : httpMethod.toLowerCase();
	// A base path that was prepended is not in the definition: the longest path that the method's ends with is it.
	const paths = child(child(properties, "Body"), "paths");
	const written = paths?.kind === "map" ? [...paths.entries.keys()].filter((it) => path.endsWith(it)) : [];
	const found = written.toSorted((a, b) => b.length - a.length)[0] ?? path;
	return (asked) => locate(properties, at, ["Body", "paths", found, operation, ...asked.flatMap(inDefinition)]);
}

/** CloudFormation's names of a method's properties, and OpenAPI's. */
function inDefinition(name: string, index: number): readonly string[] {
	if (index > 0)
		return name === "IntegrationResponses" ? ["responses"] : [name.charAt(0).toLowerCase() + name.slice(1)];
	return [firstNames[name] ?? name];
}

const firstNames: Readonly<Record<string, string>> = {
	Integration: "x-amazon-apigateway-integration",
	MethodResponses: "responses",
	RequestParameters: "parameters",
	RequestModels: "requestBody",
	RequestValidatorId: "x-amazon-apigateway-request-validator",
	AuthorizationType: "security",
	AuthorizerId: "security",
	ApiKeyRequired: "security",
};
