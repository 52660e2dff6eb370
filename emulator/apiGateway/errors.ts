import { AwsError } from "../aws/awsError.ts";

/** AWS's texts for API Gateway's control plane, as recorded (`recorded/apigateway__*.json`) unless a comment says otherwise. */
export const notFound = (message: string) => new AwsError("NotFoundException", message, 404);
export const badRequest = (message: string) => new AwsError("BadRequestException", message, 400);
export const conflict = (message: string) => new AwsError("ConflictException", message, 409);

export const apiNotFound = (account: string, apiId: string) =>
	notFound(`Invalid API identifier specified ${account}:${apiId}`);
export const resourceNotFound = () => notFound("Invalid Resource identifier specified");
export const methodNotFound = () => notFound("Invalid Method identifier specified");
export const integrationNotFound = () => notFound("Invalid Integration identifier specified");
/** terraform-provider-aws and hashicorp/terraform#8049 quote it. */
export const noIntegrationDefined = () => notFound("No integration defined for method");
export const responseStatusNotFound = () => notFound("Invalid Response status code specified");
export const modelNotFound = (name: string) => notFound(`Invalid model name specified: ${name}`);
export const validatorNotFound = () => notFound("Invalid Request Validator identifier specified");
export const authorizerNotFound = () => notFound("Invalid Authorizer identifier specified");
export const deploymentNotFound = () => notFound("Invalid Deployment identifier specified");
export const stageNotFound = () => notFound("Invalid stage identifier specified");
export const apiKeyNotFound = () => notFound("Invalid API Key identifier specified");
export const usagePlanNotFound = () => notFound("Invalid Usage Plan ID specified");
export const usagePlanKeyNotFound = (keyId: string, planId: string) =>
	notFound(`Invalid Usage Plan Key ${keyId} specified for Usage Plan ${planId}`);
export const gatewayResponseNotDefined = () => notFound("Gateway response type not defined on api");
export const taggedResourceNotFound = () => notFound("Invalid resource ARN specified");

export const deploymentDoesNotExist = () => badRequest("Deployment id does not exist");
export const deploymentInUse = () => badRequest("Active stages pointing to this deployment must be moved or deleted");
export const noMethods = () => badRequest("The REST API doesn't contain any methods");
export const methodWithoutIntegration = () => badRequest("No integration defined for method");
export const invalidAuthorizer = () =>
	badRequest(
		"Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.",
	);
export const invalidValidator = () => badRequest("Invalid Request Validator identifier specified");
export const invalidMapping = (error: string) =>
	badRequest(`Invalid mapping expression specified: Validation Result: warnings : [], errors : [${error}]`);

export const methodExists = () => conflict("Method already exists for this resource");
export const methodResponseExists = () => conflict("Response already exists for this resource");
export const stageExists = () => conflict("Stage already exists");
export const modelExists = () => conflict("Model name already exists for this REST API");
export const siblingExists = (pathPart: string) =>
	conflict(`Another resource with the same parent already has this name: ${pathPart}`);
