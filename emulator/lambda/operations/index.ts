import { addPermission } from "./addPermission.ts";
import { createAlias } from "./createAlias.ts";
import { createFunction } from "./createFunction.ts";
import { deleteAlias } from "./deleteAlias.ts";
import { deleteFunction } from "./deleteFunction.ts";
import { getAlias } from "./getAlias.ts";
import { getFunction } from "./getFunction.ts";
import { getFunctionConfiguration } from "./getFunctionConfiguration.ts";
import { getPolicy } from "./getPolicy.ts";
import { invoke } from "./invoke.ts";
import { listAliases } from "./listAliases.ts";
import { listFunctions } from "./listFunctions.ts";
import { listTags } from "./listTags.ts";
import { listVersionsByFunction } from "./listVersionsByFunction.ts";
import { publishVersion } from "./publishVersion.ts";
import { removePermission } from "./removePermission.ts";
import { tagResource } from "./tagResource.ts";
import { untagResource } from "./untagResource.ts";
import { updateAlias } from "./updateAlias.ts";
import { updateFunctionCode } from "./updateFunctionCode.ts";
import { updateFunctionConfiguration } from "./updateFunctionConfiguration.ts";

/** The operations of Lambda that exist, by AWS's names. */
export const operations = {
	AddPermission: addPermission,
	CreateAlias: createAlias,
	CreateFunction: createFunction,
	DeleteAlias: deleteAlias,
	DeleteFunction: deleteFunction,
	GetAlias: getAlias,
	GetFunction: getFunction,
	GetFunctionConfiguration: getFunctionConfiguration,
	GetPolicy: getPolicy,
	Invoke: invoke,
	ListAliases: listAliases,
	ListFunctions: listFunctions,
	ListTags: listTags,
	ListVersionsByFunction: listVersionsByFunction,
	PublishVersion: publishVersion,
	RemovePermission: removePermission,
	TagResource: tagResource,
	UntagResource: untagResource,
	UpdateAlias: updateAlias,
	UpdateFunctionCode: updateFunctionCode,
	UpdateFunctionConfiguration: updateFunctionConfiguration,
};
