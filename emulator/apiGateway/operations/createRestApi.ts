import { apiAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { ApiDefinition } from "../definitions.ts";
import { endpointConfigurationOf } from "../endpointConfiguration.ts";
import { badRequest } from "../errors.ts";
import type { CreateRestApiRequest, RestApi } from "../model.generated.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

/** Creates an API with its root resource and the two models that AWS gives every API. */
export async function createRestApi(
	needs: Pick<ControlPlane, "apis" | "resources" | "models" | "clock" | "ids" | "events">,
	request: CreateRestApiRequest,
): Promise<RestApi> {
	check(request);
	const { apis, resources, models, clock, ids, events } = needs;
	const api = definition(request, ids.text(10), ids.text(10), clock.now());
	await resources.put(`${api.id}/${api.rootResourceId}`, {
		id: api.rootResourceId,
		apiId: api.id,
		path: "/",
		methods: {},
	});
	for (const model of defaultModels) {
		await models.put(`${api.id}/${model.name}`, { ...model, apiId: api.id, id: ids.text(6) });
	}
	await apis.put(api.id, api);
	events.publish({ type: "state", kind: "api", id: api.id, change: "created" });
	return apiAnswer(api, "left out");
}

function check(request: CreateRestApiRequest): void {
	if (request.cloneFrom !== undefined) throw badRequest("Cloning an API is not available in Gatewright yet");
	if (request.name === "") throw badRequest("API Name cannot be empty"); // unverified text
	// Recorded: test_create_rest_api_with_optional_params.
	if (request.description === "") throw badRequest("Description cannot be an empty string");
	checkCompressionSize(request.minimumCompressionSize);
}

export function checkCompressionSize(size: number | undefined): void {
	if (size === undefined || (Number.isInteger(size) && size >= 0 && size <= 10_485_760)) return;
	throw badRequest("Invalid minimum compression size, must be between 0 and 10485760");
}

function definition(request: CreateRestApiRequest, id: string, rootResourceId: string, now: number): ApiDefinition {
	const { binaryMediaTypes, tags, endpointConfiguration, cloneFrom: _, ...rest } = request;
	return withoutUndefined({
		...rest,
		id,
		rootResourceId,
		createdDate: now,
		apiKeySource: request.apiKeySource ?? "HEADER",
		disableExecuteApiEndpoint: request.disableExecuteApiEndpoint ?? false,
		endpointConfiguration: endpointConfigurationOf(endpointConfiguration),
		binaryMediaTypes: binaryMediaTypes?.length ? binaryMediaTypes : undefined,
		tags: tags && Object.keys(tags).length > 0 ? tags : undefined,
	});
}

/** Recorded: test_api_gateway_request_validator_with_ref_models, get-models-with-ref. */
const defaultModels = [
	{
		name: "Empty",
		description: "This is a default empty schema model",
		contentType: "application/json",
		schema:
			'{\n  "$schema": "http://json-schema.org/draft-04/schema#",\n  "title" : "Empty Schema",\n  "type" : "object"\n}',
	},
	{
		name: "Error",
		description: "This is a default error schema model",
		contentType: "application/json",
		schema:
			'{\n  "$schema" : "http://json-schema.org/draft-04/schema#",\n  "title" : "Error Schema",\n  "type" : "object",\n  "properties" : {\n    "message" : { "type" : "string" }\n  }\n}',
	},
];
