import type { IntegrationDefinition, MethodDefinition } from "./definitions.ts";
import { badRequest, invalidMapping } from "./errors.ts";

/** AWS's checks of an integration in AWS's order (recorded: test_put_integration_validation). */
export function checkIntegration(integration: IntegrationDefinition, method: MethodDefinition): void {
	const { type, uri = "", httpMethod, timeoutInMillis } = integration;
	if (type !== "MOCK" && !httpMethod) throw badRequest("Enumeration value for HttpMethod must be non-empty");
	if (type === "HTTP" || type === "HTTP_PROXY") checkHttpUri(uri);
	if (type === "AWS" || type === "AWS_PROXY") checkAwsUri(integration, uri);
	if (timeoutInMillis < 50 || timeoutInMillis > longestTimeoutMs) {
		throw badRequest(`Timeout should be between 50 ms and ${longestTimeoutMs} ms`);
	}
	if (!["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"].includes(integration.passthroughBehavior)) {
		throw badRequest(
			"Invalid passthrough behavior specified. Valid options are WHEN_NO_MATCH, WHEN_NO_TEMPLATES and NEVER", // unverified text
		);
	}
	checkRequestMappings(integration, method);
}

/** 29 s unless AWS raised it for the account (Regional and private APIs, since 2024); 5 minutes is as far as it goes there. */
const longestTimeoutMs = 300_000;

function checkHttpUri(uri: string): void {
	// A host may come from a stage variable or a parameter, so only the form before it can be judged.
	if (!/^https?:\/\/[^/\s]+/i.test(uri)) throw badRequest("Invalid HTTP endpoint specified for URI");
}

function checkAwsUri({ type, credentials }: IntegrationDefinition, uri: string): void {
	const arn = /^arn:aws[a-z-]*:apigateway:([^:]*):([^:]+):(.*)$/s.exec(uri);
	if (arn === null) throw badRequest("Invalid ARN specified in the request");
	const service = arn[2] ?? "";
	const target = arn[3] ?? "";
	if (!/^(?:path|action)\/./s.test(target)) throw badRequest("AWS ARN for integration must contain path or action");
	if (type === "AWS_PROXY" && service !== "lambda" && service !== "firehose") {
		throw badRequest(
			"Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
		);
	}
	// hashicorp/terraform-provider-aws#7916, aws/aws-cdk#1465
	if (service !== "lambda" && !credentials) throw badRequest("Role ARN must be specified for AWS integrations");
}

const target = /^integration\.request\.(?:path|querystring|header)\.[A-Za-z0-9._$-]+$/;

function checkRequestMappings(integration: IntegrationDefinition, method: MethodDefinition): void {
	const declared = Object.keys(method.requestParameters ?? {});
	for (const [name, source] of Object.entries(integration.requestParameters ?? {})) {
		if (!target.test(name)) throw invalidMapping(`Invalid mapping expression specified: ${name}`);
		if (!isRequestSource(source)) throw invalidMapping(`Invalid mapping expression specified: ${source}`);
		// aws-solutions-constructs#1130 shows the text for the response's side; a request parameter must be declared likewise.
		const parameter = /^method\.request\.(?:multivalue)?(path|querystring|header)\.(.+)$/.exec(source);
		if (parameter === null) continue;
		const [, place, key] = parameter;
		const names = [`method.request.${place}.${key}`, `method.request.multivalue${place}.${key}`];
		if (!declared.some((it) => names.includes(it))) {
			throw invalidMapping(`Invalid mapping expression parameter specified: ${source}`);
		}
	}
}

function isRequestSource(source: string): boolean {
	return (
		/^'[^']*'$/s.test(source) ||
		/^method\.request\.(?:path|querystring|header|multivaluequerystring|multivalueheader)\.[A-Za-z0-9._$-]+$/.test(
			source,
		) ||
		/^method\.request\.body(?:\..+)?$/s.test(source) ||
		/^(?:stageVariables|context)\.[A-Za-z0-9._$-]+$/.test(source)
	);
}

/** The mapping of an integration response: to declared method response headers only, from the grammar's sources. */
export function checkResponseMappings(
	parameters: Readonly<Record<string, string>>,
	method: MethodDefinition,
	statusCode: string,
): void {
	const declared = method.methodResponses?.[statusCode]?.responseParameters ?? {};
	for (const [name, source] of Object.entries(parameters)) {
		if (!Object.hasOwn(declared, name)) throw invalidMapping(`Invalid mapping expression parameter specified: ${name}`);
		if (!isResponseSource(source)) throw invalidMapping(`Invalid mapping expression specified: ${source}`);
	}
}

function isResponseSource(source: string): boolean {
	return (
		/^'[^']*'$/s.test(source) ||
		/^integration\.response\.(?:header|multivalueheader)\.[A-Za-z0-9._$-]+$/.test(source) ||
		/^integration\.response\.body(?:\..+)?$/s.test(source) ||
		/^(?:stageVariables|context)\.[A-Za-z0-9._$-]+$/.test(source)
	);
}
