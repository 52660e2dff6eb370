import assert from "node:assert/strict";
import { test } from "node:test";
import { folderOf, opened } from "./opened.ts";

// SAM's Auth: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html

const inline = (logicalId: string, code: string, more = "") => `
  ${logicalId}:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: ${JSON.stringify(code)}${more}`;

/** Lets in whoever says "let me in" to it. */
const guard = (said: string) => `exports.handler = async (event) => ({
	principalId: "somebody",
	policyDocument: { Version: "2012-10-17", Statement: [{ Effect: ${said} === "let me in" ? "Allow" : "Deny", Action: "execute-api:Invoke", Resource: "*" }] },
});`;

const app = (auth: string, events: string) => `
Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: dev
      OpenApiVersion: 3.0.1
      Cors: "'*'"
      Auth: ${auth}
${inline("Token", guard("event.authorizationToken"))}
${inline("Request", guard("event.queryStringParameters.word"))}
${inline("Hello", "exports.handler = async (event) => ({ statusCode: 200, body: String(event.requestContext.authorizer?.principalId) });", events)}
`;

const events = `
      Events:
        Default: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /default, Method: get } }
        Open: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /open, Method: get, Auth: { Authorizer: NONE } } }
        Other: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /other, Method: get, Auth: { Authorizer: ByWord } } }`;

const authorizers = `
        DefaultAuthorizer: ByToken
        AddDefaultAuthorizerToCorsPreflight: false
        Authorizers:
          ByToken: { FunctionArn: !GetAtt Token.Arn, Identity: { Header: X-Word, ReauthorizeEvery: 0 } }
          ByWord: { FunctionArn: !GetAtt Request.Arn, FunctionPayloadType: REQUEST, Identity: { QueryStrings: [word] } }`;

test("Lambda authorizers of SAM are asked: the default, a method's own, and none where it says so", async (t) => {
	const running = await opened(t, folderOf(t, { "template.yaml": app(authorizers, events) }));
	assert.deepEqual(running.problems(), []);
	const status = async (path: string, init: RequestInit = {}) => (await running.get(`/dev${path}`, init)).slice(0, 3);
	const word = (text: string) => ({ headers: { "X-Word": text } });
	assert.deepEqual(
		[
			await status("/default"),
			await status("/default", word("no")),
			await running.get("/dev/default", word("let me in")),
			await running.get("/dev/open"),
			await status("/other"),
			await status("/other?word=no"),
			await running.get("/dev/other?word=let%20me%20in"),
			await status("/default", { method: "OPTIONS" }),
		],
		["401", "403", "200 somebody", "200 undefined", "401", "403", "200 somebody", "200"],
	);
});

test("a preflight is asked for the default authorizer too, unless the API says otherwise", async (t) => {
	const auth = authorizers.replace("AddDefaultAuthorizerToCorsPreflight: false", "");
	const running = await opened(t, folderOf(t, { "template.yaml": app(auth, events) }));
	assert.match(await running.get("/dev/default", { method: "OPTIONS" }), /^401 /);
});
