import { loadModel, type Model, type ModelName, modelNames } from "./model.ts";
import { awsJson } from "./protocols/awsJson.ts";
import { awsQuery } from "./protocols/awsQuery.ts";
import type { Protocol, Target } from "./protocols/protocol.ts";
import { restJson } from "./protocols/restJson.ts";
import { restXml } from "./protocols/restXml.ts";
import { matchRestOperation } from "./restPaths.ts";
import type { Signature } from "./sigV4.ts";
import type { WireRequest } from "./wire.ts";

/** Which AWS operation a request calls, and in which protocol. */
export type Identified =
	| { readonly kind: "operation"; readonly service: ModelName; readonly protocol: Protocol; readonly target: Target }
	/** A service's call whose operation AWS's model does not know. */
	| {
			readonly kind: "unknownOperation";
			readonly service: ModelName;
			readonly protocol: Protocol;
			readonly model: Model;
			readonly name: string;
	  };

/**
 * Tells the service by `X-Amz-Target`, else by the signature's scope, else (unsigned calls) by the form's Action or the
 * path; undefined when the request is none of AWS's.
 */
export function identify(request: WireRequest, signature: Signature | undefined): Identified | undefined {
	const amzTarget = request.headers["x-amz-target"];
	if (amzTarget !== undefined) return byTarget(amzTarget);
	if (signature !== undefined) {
		const service = bySigningName(signature.service);
		if (service !== undefined) return byModel(service, request);
	}
	if (isForm(request)) return byAction(request);
	for (const service of unsignedRestServices) {
		const model = loadModel(service);
		const match = matchRestOperation(model, request);
		if (match !== undefined) return { kind: "operation", service, protocol: restJson, target: { model, ...match } };
	}
	return undefined;
}

/** The services that a path alone can tell: their paths begin with a date or a word that no stage has. */
const unsignedRestServices: readonly ModelName[] = ["lambda"];

/** Target prefixes, known without loading the models they stand in; a test holds them to the tables. */
const byTargetPrefix: Readonly<Record<string, ModelName>> = {
	AmazonSQS: "sqs",
	AmazonSSM: "ssm",
	AWSCognitoIdentityProviderService: "cognito-idp",
	AWSCognitoIdentityService: "cognito-identity",
	AWSEvents: "events",
	DynamoDB_20120810: "dynamodb",
	DynamoDBStreams_20120810: "dynamodbstreams",
	Kinesis_20131202: "kinesis",
	Logs_20140328: "logs",
	secretsmanager: "secretsmanager",
};

function byTarget(amzTarget: string): Identified | undefined {
	const dot = amzTarget.lastIndexOf(".");
	const service = byTargetPrefix[amzTarget.slice(0, Math.max(dot, 0))];
	if (service === undefined) return undefined;
	return named(service, awsJson, amzTarget.slice(dot + 1));
}

function bySigningName(name: string): ModelName | undefined {
	return modelNames.find((it) => it === name);
}

function byModel(service: ModelName, request: WireRequest): Identified {
	const model = loadModel(service);
	const { protocol } = model.metadata;
	if (protocol === "query" || isForm(request)) return named(service, awsQuery, actionOf(request));
	if (protocol === "json") return named(service, awsJson, "");
	const rest = protocol === "rest-json" ? restJson : restXml;
	const match = matchRestOperation(model, request);
	if (match !== undefined) return { kind: "operation", service, protocol: rest, target: { model, ...match } };
	return { kind: "unknownOperation", service, protocol: rest, model, name: `${request.method} ${request.path}` };
}

/** An unsigned form: STS's web-identity calls are made before there are credentials. */
function byAction(request: WireRequest): Identified | undefined {
	const action = actionOf(request);
	return action in loadModel("sts").operations ? named("sts", awsQuery, action) : undefined;
}

function named(service: ModelName, protocol: Protocol, name: string): Identified {
	const model = loadModel(service);
	const operation = Object.hasOwn(model.operations, name) ? model.operations[name] : undefined;
	if (operation === undefined) return { kind: "unknownOperation", service, protocol, model, name };
	return { kind: "operation", service, protocol, target: { model, name, operation, labels: {} } };
}

function isForm(request: WireRequest): boolean {
	return request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
}

function actionOf(request: WireRequest): string {
	return new URLSearchParams(isForm(request) ? request.body.toString("utf8") : request.query).get("Action") ?? "";
}
