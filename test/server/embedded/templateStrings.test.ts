import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { readHost } from "../../../server/embedded/hostDocument.ts";
import { templateSlots } from "../../../server/embedded/templateStrings.ts";

suite("The mapping templates of a document", () => {
	check(
		"a method in CloudFormation",
		`Resources:
  M:
    Type: AWS::ApiGateway::Method
    Properties:
      Integration:
        RequestTemplates:
          application/json: |
            $a
        IntegrationResponses:
          - ResponseTemplates:
              application/json: !Sub '{"t": "\${Table}", "x": $!{!x}}'
          - ResponseTemplates:
              application/xml:
                Fn::Sub: ["<a>\${!b}</a>", {}]
              text/plain:
                Fn::Transform: { Name: AWS::Include, Parameters: { Location: t/a.vtl } }
`,
		[
			"/Resources/M/Properties/Integration/RequestTemplates/application~1json: $a\n",
			'/Resources/M/Properties/Integration/IntegrationResponses/0/ResponseTemplates/application~1json: {"t": "11111111", "x": $!{!x}}',
			"/Resources/M/Properties/Integration/IntegrationResponses/1/ResponseTemplates/application~1xml: <a>${b}</a>",
			"/Resources/M/Properties/Integration/IntegrationResponses/1/ResponseTemplates/text~1plain → t/a.vtl",
		],
	);
	check(
		"OpenAPI in JSON, with gateway responses",
		JSON.stringify({
			paths: {
				"/a": {
					get: {
						"x-amazon-apigateway-integration": {
							requestTemplates: { "application/json": "a" },
							responses: { default: { responseTemplates: { "application/json": "b" } } },
						},
					},
				},
			},
			"x-amazon-apigateway-gateway-responses": { DEFAULT_4XX: { responseTemplates: { "application/json": "c" } } },
		}),
		[
			"/paths/~1a/get/x-amazon-apigateway-integration/requestTemplates/application~1json: a",
			"/paths/~1a/get/x-amazon-apigateway-integration/responses/default/responseTemplates/application~1json: b",
			"/x-amazon-apigateway-gateway-responses/DEFAULT_4XX/responseTemplates/application~1json: c",
		],
	);
	check(
		"an alias is the template where it is written",
		"a:\n  requestTemplates: {a/b: &t $x}\nb:\n  requestTemplates: {a/b: *t}",
		["/a/requestTemplates/a~1b: $x"],
	);
	check("a document that is still being typed", 'x:\n  requestTemplates:\n    application/json: "$input.\n', [
		"/x/requestTemplates/application~1json: $input. ",
	]);
	check("JSON indented with tabs, as it may be", '{\n\t"requestTemplates": {\n\t\t"a/b": "\\t$x"\n\t}\n}\n', [
		"/requestTemplates/a~1b: \t$x",
	]);
	check("other documents", "requestTemplates: [a]\nresponseTemplates: {name: x}", []);
});

function check(title: string, host: string, expected: readonly string[]): void {
	test(title, () => {
		const found = templateSlots(readHost(host)).map((slot) =>
			slot.kind === "string" ? `${slot.pointer}: ${slot.text}` : `${slot.pointer} → ${slot.location}`,
		);
		assert.deepEqual(found, expected);
	});
}
