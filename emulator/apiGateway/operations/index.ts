import type { Operation } from "../../aws/service.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { createApiKey } from "./createApiKey.ts";
import { createAuthorizer } from "./createAuthorizer.ts";
import { createDeployment } from "./createDeployment.ts";
import { createModel } from "./createModel.ts";
import { createRequestValidator } from "./createRequestValidator.ts";
import { createResource } from "./createResource.ts";
import { createRestApi } from "./createRestApi.ts";
import { createStage } from "./createStage.ts";
import { createUsagePlan } from "./createUsagePlan.ts";
import { createUsagePlanKey } from "./createUsagePlanKey.ts";
import { deleteApiKey } from "./deleteApiKey.ts";
import { deleteAuthorizer } from "./deleteAuthorizer.ts";
import { deleteDeployment } from "./deleteDeployment.ts";
import { deleteGatewayResponse } from "./deleteGatewayResponse.ts";
import { deleteIntegration } from "./deleteIntegration.ts";
import { deleteIntegrationResponse } from "./deleteIntegrationResponse.ts";
import { deleteMethod } from "./deleteMethod.ts";
import { deleteMethodResponse } from "./deleteMethodResponse.ts";
import { deleteModel } from "./deleteModel.ts";
import { deleteRequestValidator } from "./deleteRequestValidator.ts";
import { deleteResource } from "./deleteResource.ts";
import { deleteRestApi } from "./deleteRestApi.ts";
import { deleteStage } from "./deleteStage.ts";
import { deleteUsagePlan } from "./deleteUsagePlan.ts";
import { deleteUsagePlanKey } from "./deleteUsagePlanKey.ts";
import { flushStageAuthorizersCache } from "./flushStageAuthorizersCache.ts";
import { flushStageCache } from "./flushStageCache.ts";
import { getApiKey } from "./getApiKey.ts";
import { getApiKeys } from "./getApiKeys.ts";
import { getAuthorizer } from "./getAuthorizer.ts";
import { getAuthorizers } from "./getAuthorizers.ts";
import { getDeployment } from "./getDeployment.ts";
import { getDeployments } from "./getDeployments.ts";
import { getExport } from "./getExport.ts";
import { getGatewayResponse } from "./getGatewayResponse.ts";
import { getGatewayResponses } from "./getGatewayResponses.ts";
import { getIntegration } from "./getIntegration.ts";
import { getIntegrationResponse } from "./getIntegrationResponse.ts";
import { getMethod } from "./getMethod.ts";
import { getMethodResponse } from "./getMethodResponse.ts";
import { getModel } from "./getModel.ts";
import { getModels } from "./getModels.ts";
import { getRequestValidator } from "./getRequestValidator.ts";
import { getRequestValidators } from "./getRequestValidators.ts";
import { getResource } from "./getResource.ts";
import { getResources } from "./getResources.ts";
import { getRestApi } from "./getRestApi.ts";
import { getRestApis } from "./getRestApis.ts";
import { getStage } from "./getStage.ts";
import { getStages } from "./getStages.ts";
import { getTags } from "./getTags.ts";
import { getUsagePlan } from "./getUsagePlan.ts";
import { getUsagePlanKey } from "./getUsagePlanKey.ts";
import { getUsagePlanKeys } from "./getUsagePlanKeys.ts";
import { getUsagePlans } from "./getUsagePlans.ts";
import { importRestApi } from "./importRestApi.ts";
import { putGatewayResponse } from "./putGatewayResponse.ts";
import { putIntegration } from "./putIntegration.ts";
import { putIntegrationResponse } from "./putIntegrationResponse.ts";
import { putMethod } from "./putMethod.ts";
import { putMethodResponse } from "./putMethodResponse.ts";
import { putRestApi } from "./putRestApi.ts";
import { tagResource } from "./tagResource.ts";
import { testInvokeMethod } from "./testInvokeMethod.ts";
import { untagResource } from "./untagResource.ts";
import { updateApiKey } from "./updateApiKey.ts";
import { updateAuthorizer } from "./updateAuthorizer.ts";
import { updateDeployment } from "./updateDeployment.ts";
import { updateGatewayResponse } from "./updateGatewayResponse.ts";
import { updateIntegration } from "./updateIntegration.ts";
import { updateIntegrationResponse } from "./updateIntegrationResponse.ts";
import { updateMethod } from "./updateMethod.ts";
import { updateMethodResponse } from "./updateMethodResponse.ts";
import { updateModel } from "./updateModel.ts";
import { updateRequestValidator } from "./updateRequestValidator.ts";
import { updateResource } from "./updateResource.ts";
import { updateRestApi } from "./updateRestApi.ts";
import { updateStage } from "./updateStage.ts";
import { updateUsagePlan } from "./updateUsagePlan.ts";

/** The operations that exist; what AWS has beyond them answers 501 and stands in the coverage table. */
export const operations: Readonly<Record<string, Operation<ControlPlane, never, unknown>>> = {
	CreateApiKey: createApiKey,
	CreateAuthorizer: createAuthorizer,
	CreateDeployment: createDeployment,
	CreateModel: createModel,
	CreateRequestValidator: createRequestValidator,
	CreateResource: createResource,
	CreateRestApi: createRestApi,
	CreateStage: createStage,
	CreateUsagePlan: createUsagePlan,
	CreateUsagePlanKey: createUsagePlanKey,
	DeleteApiKey: deleteApiKey,
	DeleteAuthorizer: deleteAuthorizer,
	DeleteDeployment: deleteDeployment,
	DeleteGatewayResponse: deleteGatewayResponse,
	DeleteIntegration: deleteIntegration,
	DeleteIntegrationResponse: deleteIntegrationResponse,
	DeleteMethod: deleteMethod,
	DeleteMethodResponse: deleteMethodResponse,
	DeleteModel: deleteModel,
	DeleteRequestValidator: deleteRequestValidator,
	DeleteResource: deleteResource,
	DeleteRestApi: deleteRestApi,
	DeleteStage: deleteStage,
	DeleteUsagePlan: deleteUsagePlan,
	DeleteUsagePlanKey: deleteUsagePlanKey,
	FlushStageAuthorizersCache: flushStageAuthorizersCache,
	FlushStageCache: flushStageCache,
	GetApiKey: getApiKey,
	GetApiKeys: getApiKeys,
	GetAuthorizer: getAuthorizer,
	GetAuthorizers: getAuthorizers,
	GetDeployment: getDeployment,
	GetDeployments: getDeployments,
	GetExport: getExport,
	GetGatewayResponse: getGatewayResponse,
	GetGatewayResponses: getGatewayResponses,
	GetIntegration: getIntegration,
	GetIntegrationResponse: getIntegrationResponse,
	GetMethod: getMethod,
	GetMethodResponse: getMethodResponse,
	GetModel: getModel,
	GetModels: getModels,
	GetRequestValidator: getRequestValidator,
	GetRequestValidators: getRequestValidators,
	GetResource: getResource,
	GetResources: getResources,
	GetRestApi: getRestApi,
	GetRestApis: getRestApis,
	GetStage: getStage,
	GetStages: getStages,
	GetTags: getTags,
	GetUsagePlan: getUsagePlan,
	GetUsagePlanKey: getUsagePlanKey,
	GetUsagePlanKeys: getUsagePlanKeys,
	GetUsagePlans: getUsagePlans,
	ImportRestApi: importRestApi,
	PutGatewayResponse: putGatewayResponse,
	PutIntegration: putIntegration,
	PutIntegrationResponse: putIntegrationResponse,
	PutMethod: putMethod,
	PutMethodResponse: putMethodResponse,
	PutRestApi: putRestApi,
	TagResource: tagResource,
	TestInvokeMethod: testInvokeMethod,
	UntagResource: untagResource,
	UpdateApiKey: updateApiKey,
	UpdateAuthorizer: updateAuthorizer,
	UpdateDeployment: updateDeployment,
	UpdateGatewayResponse: updateGatewayResponse,
	UpdateIntegration: updateIntegration,
	UpdateIntegrationResponse: updateIntegrationResponse,
	UpdateMethod: updateMethod,
	UpdateMethodResponse: updateMethodResponse,
	UpdateModel: updateModel,
	UpdateRequestValidator: updateRequestValidator,
	UpdateResource: updateResource,
	UpdateRestApi: updateRestApi,
	UpdateStage: updateStage,
	UpdateUsagePlan: updateUsagePlan,
};
