import { addPermission } from "./addPermission.ts";
import { createFunction } from "./createFunction.ts";
import { deleteFunction } from "./deleteFunction.ts";
import { getFunction } from "./getFunction.ts";
import { getFunctionConfiguration } from "./getFunctionConfiguration.ts";
import { getPolicy } from "./getPolicy.ts";
import { invoke } from "./invoke.ts";
import { listFunctions } from "./listFunctions.ts";
import { removePermission } from "./removePermission.ts";
import { updateFunctionCode } from "./updateFunctionCode.ts";
import { updateFunctionConfiguration } from "./updateFunctionConfiguration.ts";

/** The operations of Lambda that exist, by AWS's names. */
export const operations = {
	AddPermission: addPermission,
	CreateFunction: createFunction,
	DeleteFunction: deleteFunction,
	GetFunction: getFunction,
	GetFunctionConfiguration: getFunctionConfiguration,
	GetPolicy: getPolicy,
	Invoke: invoke,
	ListFunctions: listFunctions,
	RemovePermission: removePermission,
	UpdateFunctionCode: updateFunctionCode,
	UpdateFunctionConfiguration: updateFunctionConfiguration,
};
