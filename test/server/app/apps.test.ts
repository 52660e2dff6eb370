import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite, test } from "node:test";
import { openApps } from "../../../server/app/apps.ts";
import type { Place } from "../../../server/app/knowledge.ts";
import { memoryFiles } from "../memoryFiles.ts";

const orders = resolve(import.meta.dirname, "../../../examples/orders");

suite("What the app declares", () => {
	const files: Record<string, string> = { "template.yaml": readFileSync(join(orders, "template.yaml"), "utf8") };
	for (const name of readdirSync(join(orders, "templates")))
		files[`templates/${name}`] = readFileSync(join(orders, "templates", name), "utf8");
	files["src/createOrder.ts"] = "";
	const apps = openApps(memoryFiles(files));

	test("a template in a file is a method's request", () => {
		const app = apps.appOf("file:///w/templates/create-order.request.vtl");
		assert.ok(app !== undefined);
		const place = app.placeOf("file:///w/templates/create-order.request.vtl");
		assert.deepEqual(summary(place), {
			part: "request",
			contentType: "application/json",
			methods: ["POST /orders AWS"],
			input: "NewOrder",
			stageVariables: ["ordersTable", "notesTable"],
			answers: undefined,
			parameters: [],
		});
		const [method] = place.methods;
		assert.equal(method?.function?.name, "CreateOrderFunction");
	});

	test("a file that two responses share has what they agree on", () => {
		const place = apps
			.appOf("file:///w/templates/error.response.vtl")
			?.placeOf("file:///w/templates/error.response.vtl");
		assert.ok(place !== undefined);
		assert.equal(place.part, "response");
		assert.equal(place.answers, undefined);
	});

	test("path and query string parameters are those of the method", () => {
		const id = "file:///w/templates/customer-orders.request.vtl";
		const place = apps.appOf(id)?.placeOf(id);
		assert.ok(place !== undefined);
		assert.deepEqual(summary(place).parameters, ["path customerId", "querystring limit"]);
		const [limit] = place.parameters.querystring;
		assert.equal(files["template.yaml"]?.slice(limit?.declared.start, limit?.declared.end), "limit");
	});

	test("a template that is written in the document has its place too", () => {
		const templates = apps.appOf("file:///w/template.yaml")?.knowledge.templates ?? [];
		const health = templates.find(({ id }) => id.includes("GetHealth") && id.includes("ResponseTemplates"));
		assert.equal(health?.place.answers, "200");
		assert.deepEqual(
			health?.place.methods.map(({ path }) => path),
			["/health"],
		);
		assert.equal(health?.tree().text, '{ "status": "ok", "stage": "$context.stage" }');
	});

	test("a model's parts have places", () => {
		const [model] = apps.appOf("file:///w/template.yaml")?.knowledge.models ?? [];
		const place = model?.at("/properties/items/items/properties/sku");
		assert.equal(files["template.yaml"]?.slice(place?.start, place?.end), "sku");
	});
});

suite("An OpenAPI definition", () => {
	const definition = `openapi: "3.0.1"
info: { title: t }
paths:
  /pets/{id}:
    parameters:
      - { name: id, in: path }
    post:
      parameters:
        - $ref: "#/components/parameters/Trace"
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      responses:
        "201": { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      x-amazon-apigateway-integration:
        type: aws
        requestTemplates:
          application/json: $input.json('$')
        responses:
          default:
            statusCode: "201"
            responseTemplates:
              application/json: $input.json('$')
components:
  parameters:
    Trace: { name: X-Trace, in: header }
  schemas:
    Pet: { type: object, properties: { owner: { $ref: "#/components/schemas/Owner" } } }
    Owner: { type: object, properties: { pets: { type: array, items: { $ref: "#/components/schemas/Pet" } } } }
`;
	const template = `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      Variables: { table: x }
      DefinitionBody:
        Fn::Transform: { Name: AWS::Include, Parameters: { Location: api/openapi.yaml } }
`;
	test("belongs to the template that includes it", () => {
		const apps = openApps(memoryFiles({ "template.yaml": template, "api/openapi.yaml": definition }));
		const app = apps.appOf("file:///w/api/openapi.yaml");
		assert.equal(app?.root, "file:///w/template.yaml");
		const [request, response] = app?.knowledge.templates.map(({ place }) => place) ?? [];
		assert.ok(request !== undefined && response !== undefined);
		assert.deepEqual(summary(request), {
			part: "request",
			contentType: "application/json",
			methods: ["POST /pets/{id} AWS"],
			input: "Pet",
			stageVariables: ["table"],
			answers: undefined,
			parameters: ["path id", "header X-Trace"],
		});
		assert.equal(response.answers, "201");
		assert.equal(response.output?.name, "Pet");
	});

	test("has models that are complete in themselves, even those that hold each other", () => {
		const apps = openApps(memoryFiles({ "openapi.yaml": definition }));
		const [pet] = apps.appOf("file:///w/openapi.yaml")?.knowledge.models ?? [];
		assert.deepEqual(pet?.schema["properties"], { owner: { $ref: "#/definitions/Owner" } });
		assert.deepEqual(Object.keys(pet?.schema["definitions"] ?? {}), ["Owner", "Pet"]);
	});

	test("stands alone where no template includes it", () => {
		const apps = openApps(memoryFiles({ "openapi.yaml": definition }));
		assert.equal(apps.appOf("file:///w/openapi.yaml")?.knowledge.methods.length, 1);
		assert.equal(apps.appOf("file:///w/foreign.vtl"), undefined);
	});
});

function summary(place: Place) {
	const { part, contentType, answers } = place;
	return {
		part,
		contentType,
		answers,
		methods: place.methods.map(({ httpMethod, path, integration }) => `${httpMethod} ${path} ${integration}`),
		input: place.input?.name,
		stageVariables: place.stageVariables.map(({ name }) => name),
		parameters: (["path", "querystring", "header"] as const).flatMap((kind) =>
			place.parameters[kind].map(({ name }) => `${kind} ${name}`),
		),
	};
}
