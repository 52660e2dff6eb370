import { AwsError } from "../../aws/awsError.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { ResourceDefinition } from "../definitions.ts";
import { badRequest } from "../errors.ts";
import { createAuthorizer } from "../operations/createAuthorizer.ts";
import { createModel } from "../operations/createModel.ts";
import { createRequestValidator } from "../operations/createRequestValidator.ts";
import { createResource } from "../operations/createResource.ts";
import { putGatewayResponse } from "../operations/putGatewayResponse.ts";
import { putIntegration } from "../operations/putIntegration.ts";
import { putIntegrationResponse } from "../operations/putIntegrationResponse.ts";
import { putMethod } from "../operations/putMethod.ts";
import { putMethodResponse } from "../operations/putMethodResponse.ts";
import { ofApi } from "../stores.ts";
import { withoutUndefined } from "../withoutUndefined.ts";
import type { ImportedApi, ImportedMethod } from "./importedApi.ts";
import { schemaText } from "./importModels.ts";

/**
 * Builds what was imported, by the operations that a client would call one by one, into an API that is there. What has
 * the same name or path as before is replaced. All that is refused is told at once.
 */
export async function buildApi(needs: ControlPlane, apiId: string, imported: ImportedApi): Promise<void> {
	const errors: string[] = [];
	const attempt = async (what: string, action: () => Promise<unknown>) => {
		try {
			await action();
		} catch (error) {
			if (!(error instanceof AwsError)) throw error;
			errors.push(`${what}: ${error.message}`);
		}
	};
	await buildParts(needs, apiId, imported, attempt);
	for (const path of imported.paths) {
		await attempt(`Unable to create resource at path '${path}'`, () => resourceAt(needs, apiId, path));
	}
	for (const method of imported.methods) await buildMethod(needs, apiId, method, attempt);
	// In AWS's form; its own words before each colon are known only in part.
	if (errors.length > 0) throw badRequest(`Errors found during import:\n\t${errors.join("\n\t")}`);
}

type Attempt = (what: string, action: () => Promise<unknown>) => Promise<void>;

async function buildParts(needs: ControlPlane, restApiId: string, imported: ImportedApi, attempt: Attempt) {
	for (const { name, description, schema } of imported.models) {
		await needs.models.delete(`${restApiId}/${name}`);
		const model = { restApiId, name, description, contentType: "application/json" };
		await attempt(`Unable to create model for '${name}'`, () =>
			createModel(needs, { ...model, schema: schemaText(schema, restApiId) }),
		);
	}
	for (const validator of imported.validators) {
		const before = ofApi(needs.validators, restApiId).find((it) => it.name === validator.name);
		if (before !== undefined) await needs.validators.put(`${restApiId}/${before.id}`, { ...before, ...validator });
		else await createRequestValidator(needs, { restApiId, ...validator });
	}
	for (const authorizer of imported.authorizers) {
		const before = ofApi(needs.authorizers, restApiId).find((it) => it.name === authorizer.name);
		if (before !== undefined) await needs.authorizers.put(`${restApiId}/${before.id}`, { ...before, ...authorizer });
		else {
			await attempt(`Unable to create authorizer '${authorizer.name}'`, () =>
				createAuthorizer(needs, { restApiId, ...authorizer }),
			);
		}
	}
	for (const response of imported.gatewayResponses) await putGatewayResponse(needs, { restApiId, ...response });
}

async function buildMethod(needs: ControlPlane, restApiId: string, imported: ImportedMethod, attempt: Attempt) {
	const { path, httpMethod, method, responses, integration, integrationResponses } = imported;
	const found = ofApi(needs.resources, restApiId).find((it) => it.path === path);
	if (found === undefined) return; // it could not be made, and that is told
	const { [httpMethod]: _, ...others } = found.methods;
	await needs.resources.put(`${restApiId}/${found.id}`, { ...found, methods: others });
	const address = { restApiId, resourceId: found.id, httpMethod };
	const where = `'${httpMethod}' for resource at path '${path}'`;
	await attempt(`Unable to put method ${where}`, () =>
		putMethod(needs, { ...method, ...address, ...named(needs, restApiId, imported) }),
	);
	for (const response of responses) {
		await attempt(`Unable to put method response ${response.statusCode} on ${where}`, () =>
			putMethodResponse(needs, { ...address, ...response }),
		);
	}
	if (imported.unknownType !== undefined) {
		await attempt(`Unable to put integration on ${where}`, () =>
			refuse(`Invalid integration type: ${imported.unknownType}`),
		);
	}
	if (integration === undefined) return;
	await attempt(`Unable to put integration on ${where}`, () => putIntegration(needs, { ...address, ...integration }));
	for (const response of integrationResponses) {
		await attempt(`Unable to put integration response on ${where}`, () =>
			responses.some((it) => it.statusCode === response.statusCode)
				? putIntegrationResponse(needs, { ...address, ...response })
				: refuse("Invalid response status code specified"),
		);
	}
}

/** In AWS's words where they are known: that a response's status must be one of the method's. */
const refuse = (message: string) => Promise.reject(badRequest(message));

/** The ids of what a method refers to by name. */
function named(needs: ControlPlane, apiId: string, { authorizer, validator }: ImportedMethod) {
	const find = (parts: readonly Named[], name: string | undefined) =>
		name === undefined ? undefined : parts.find((it) => it.apiId === apiId && it.name === name)?.id;
	return withoutUndefined({
		authorizerId: find(needs.authorizers.all(), authorizer),
		requestValidatorId: find(needs.validators.all(), validator),
	});
}

type Named = { readonly apiId: string; readonly name?: string | undefined; readonly id: string };

/** The resource at a path, made with all that is above it where it is not there. */
async function resourceAt(needs: ControlPlane, restApiId: string, path: string): Promise<ResourceDefinition> {
	const found = ofApi(needs.resources, restApiId).find((it) => it.path === path);
	if (found !== undefined) return found;
	const end = path.lastIndexOf("/");
	const parent = await resourceAt(needs, restApiId, path.slice(0, end) || "/");
	await createResource(needs, { restApiId, parentId: parent.id, pathPart: path.slice(end + 1) });
	return resourceAt(needs, restApiId, path);
}
