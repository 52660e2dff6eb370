import type { TestGateway } from "../testGateway.ts";

/** An operation of a definition that answers without an endpoint. */
export const mock = {
	"x-amazon-apigateway-integration": {
		type: "mock",
		requestTemplates: { "application/json": '{"statusCode": 200}' },
		responses: { default: { statusCode: 200 } },
	},
	responses: { 200: { description: "200 response" } },
};

export const definition = (value: object): Buffer => Buffer.from(JSON.stringify(value));

export const address = (apiId: string, model: string): string =>
	`https://apigateway.amazonaws.com/restapis/${apiId}/models/${model}`;

type Resource = { readonly id: string; readonly path: string };

async function resources({ operate }: TestGateway, restApiId: string): Promise<readonly Resource[]> {
	return ((await operate("GetResources", { restApiId, limit: 500 })) as { items: Resource[] }).items;
}

export async function paths(gateway: TestGateway, restApiId: string): Promise<readonly string[]> {
	return (await resources(gateway, restApiId)).map((it) => it.path).toSorted();
}

export async function resourceId(gateway: TestGateway, restApiId: string, path: string): Promise<string> {
	return (await resources(gateway, restApiId)).find((it) => it.path === path)?.id ?? "";
}

export async function method(gateway: TestGateway, restApiId: string, path: string, httpMethod: string) {
	const id = await resourceId(gateway, restApiId, path);
	return gateway.operate("GetMethod", { restApiId, resourceId: id, httpMethod });
}

export const swagger = {
	swagger: "2.0",
	info: { title: "Pets", version: "1.0.0", description: "Pets." },
	"x-amazon-apigateway-binary-media-types": ["image/png"],
	paths: {
		"/pets": {
			post: { ...mock, parameters: [{ in: "body", name: "pet", schema: { $ref: "#/definitions/Pet" } }] },
		},
		"/pets/{petId}": {
			parameters: [{ name: "petId", in: "path", required: true, type: "string" }],
			get: {
				operationId: "GetPet",
				parameters: [{ $ref: "#/parameters/Trace" }],
				responses: {
					200: {
						description: "200 response",
						schema: { $ref: "#/definitions/Pet" },
						headers: { "Access-Control-Allow-Origin": { type: "string" } },
					},
					404: { description: "none" },
				},
				"x-amazon-apigateway-integration": {
					type: "http",
					httpMethod: "GET",
					uri: "http://example.com/pets/{id}",
					requestParameters: { "integration.request.path.id": "method.request.path.petId" },
					passthroughBehavior: "when_no_match",
					responses: {
						default: {
							statusCode: "200",
							responseParameters: { "method.response.header.Access-Control-Allow-Origin": "'*'" },
						},
						"4\\d{2}": { statusCode: 404 },
					},
				},
			},
		},
	},
	parameters: { Trace: { name: "Trace", in: "header", type: "string" } },
	definitions: {
		Pet: { type: "object", properties: { owner: { $ref: "#/definitions/Person" } } },
		Person: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
	},
};

export const openapi = `
openapi: 3.0.1
info: {title: Things, version: "1"}
paths:
  /things:
    x-amazon-apigateway-any-method:
      responses: {default: {description: any}}
      x-amazon-apigateway-integration: {type: MOCK, passthroughBehavior: never}
  /things/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
    put:
      parameters:
        - {name: dry, in: query, required: true, schema: {type: boolean}}
      requestBody:
        content:
          application/xml: {schema: {$ref: '#/components/schemas/Thing'}}
          application/json: {schema: {type: object, required: [size]}}
      responses:
        200: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
      x-amazon-apigateway-integration: {type: mock, responses: {default: {statusCode: 200}}}
components:
  schemas:
    Thing: {type: object, properties: {size: {type: integer}}}
`;

const pool = "arn:aws:cognito-idp:eu-central-1:000000000000:userpool/eu-central-1_A";

export const secured = {
	swagger: "2.0",
	info: { title: "Secured" },
	security: [{ pool: ["email"] }],
	securityDefinitions: {
		pool: {
			type: "apiKey",
			name: "TestHeaderAuth",
			in: "header",
			"x-amazon-apigateway-authtype": "cognito_user_pools",
			"x-amazon-apigateway-authorizer": { type: "cognito_user_pools", providerARNs: [pool] },
		},
		custom: {
			type: "apiKey",
			name: "Authorization",
			in: "header",
			"x-amazon-apigateway-authtype": "custom",
			"x-amazon-apigateway-authorizer": {
				type: "token",
				authorizerUri: "arn:aws:apigateway:eu-central-1:lambda:path/f/invocations",
				authorizerResultTtlInSeconds: 60,
			},
		},
		key: { type: "apiKey", name: "x-api-key", in: "header" },
		iam: { type: "apiKey", name: "Authorization", in: "header", "x-amazon-apigateway-authtype": "awsSigv4" },
	},
	paths: {
		"/default": { get: mock },
		"/open": { get: { ...mock, security: [] } },
		"/custom": { get: { ...mock, security: [{ custom: [], key: [] }] } },
		"/iam": { get: { ...mock, security: [{ iam: [] }] } },
	},
};
