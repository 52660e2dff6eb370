import { apiGatewayApiKey } from "./apiGatewayApiKey.ts";
import { apiGatewayAuthorizer } from "./apiGatewayAuthorizer.ts";
import { apiGatewayDeployment } from "./apiGatewayDeployment.ts";
import { apiGatewayGatewayResponse } from "./apiGatewayGatewayResponse.ts";
import { apiGatewayMethod } from "./apiGatewayMethod.ts";
import { apiGatewayModel } from "./apiGatewayModel.ts";
import { apiGatewayRequestValidator } from "./apiGatewayRequestValidator.ts";
import { apiGatewayResource } from "./apiGatewayResource.ts";
import { apiGatewayRestApi } from "./apiGatewayRestApi.ts";
import { apiGatewayStage } from "./apiGatewayStage.ts";
import { apiGatewayUsagePlan } from "./apiGatewayUsagePlan.ts";
import { apiGatewayUsagePlanKey } from "./apiGatewayUsagePlanKey.ts";
import { dynamodbTable } from "./dynamodbTable.ts";
import { lambdaAlias } from "./lambdaAlias.ts";
import { lambdaFunction } from "./lambdaFunction.ts";
import { lambdaPermission } from "./lambdaPermission.ts";
import { lambdaVersion } from "./lambdaVersion.ts";
import type { ResourceType } from "./resourceType.ts";

/** The types of resources that are really made. */
const resourceTypes: Readonly<Record<string, ResourceType>> = {
	"AWS::ApiGateway::ApiKey": apiGatewayApiKey,
	"AWS::ApiGateway::Authorizer": apiGatewayAuthorizer,
	"AWS::ApiGateway::Deployment": apiGatewayDeployment,
	"AWS::ApiGateway::GatewayResponse": apiGatewayGatewayResponse,
	"AWS::ApiGateway::Method": apiGatewayMethod,
	"AWS::ApiGateway::Model": apiGatewayModel,
	"AWS::ApiGateway::RequestValidator": apiGatewayRequestValidator,
	"AWS::ApiGateway::Resource": apiGatewayResource,
	"AWS::ApiGateway::RestApi": apiGatewayRestApi,
	"AWS::ApiGateway::Stage": apiGatewayStage,
	"AWS::ApiGateway::UsagePlan": apiGatewayUsagePlan,
	"AWS::ApiGateway::UsagePlanKey": apiGatewayUsagePlanKey,
	"AWS::DynamoDB::Table": dynamodbTable,
	"AWS::Lambda::Alias": lambdaAlias,
	"AWS::Lambda::Function": lambdaFunction,
	"AWS::Lambda::Permission": lambdaPermission,
	"AWS::Lambda::Version": lambdaVersion,
};

export function resourceType(name: string): ResourceType | undefined {
	return Object.hasOwn(resourceTypes, name) ? resourceTypes[name] : undefined;
}
