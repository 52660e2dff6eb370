import assert from "node:assert/strict";
import { test } from "node:test";
import { folderOf, opened } from "./opened.ts";

const template = (permission: string) => `
Resources:
  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } }
  Hello:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code: { ZipFile: "exports.handler = async () => ({ statusCode: 200, body: 'hello' });" }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: api } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Hello.Arn}/invocations
  Deployment: { Type: AWS::ApiGateway::Deployment, DependsOn: Get, Properties: { RestApiId: !Ref Api, StageName: dev } }
${permission}`;

const permission = (path: string) => `
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Hello
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/*/GET/${path}`;

test("a function answers an API that its AWS::Lambda::Permission lets in, and no other", async (t) => {
	const text = (more: string) => ({ "template.yaml": template(more) });
	const app = await opened(t, folderOf(t, text("")));
	assert.deepEqual(app.problems(), []);
	assert.equal(await app.get("/dev/"), '500 {"message":"Internal server error"}');
	await app.save(text(permission("elsewhere")));
	assert.match(await app.get("/dev/"), /^500 /);
	await app.save(text(permission("")));
	assert.equal(await app.get("/dev/"), "200 hello");
});
