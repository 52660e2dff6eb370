import { stringify } from "yaml";
import type { ControlPlane } from "../controlPlane.ts";
import { badRequest, stageNotFound } from "../errors.ts";
import { findApi } from "../lookup.ts";
import type { ExportResponse, GetExportRequest } from "../model.generated.ts";
import { exportApi } from "../openApi/exportApi.ts";

/**
 * The deployed API as a definition in Swagger 2.0 or OpenAPI 3.0 (recorded: test_apigateway_extended).
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-export-api.html
 */
export function getExport(
	needs: Pick<ControlPlane, "apis" | "account" | "region" | "stages" | "deployments">,
	{ restApiId, stageName, exportType, parameters = {}, accepts = "application/json" }: GetExportRequest,
): ExportResponse {
	findApi(needs, restApiId);
	const stage = needs.stages.get(`${restApiId}/${stageName}`);
	const deployment = stage && needs.deployments.get(`${restApiId}/${stage.deploymentId}`);
	if (deployment === undefined) throw stageNotFound();
	if (exportType !== "swagger" && exportType !== "oas30") {
		throw badRequest(`No API exporter for type '${exportType}'`); // unverified text
	}
	const { api } = deployment.snapshot;
	const version = api.version ?? new Date(api.createdDate).toISOString().replace(/\.\d+Z$/, "Z");
	const definition = exportApi(deployment.snapshot, {
		format: exportType,
		extensions: new Set((parameters["extensions"] ?? "").split(",")),
		host: `${restApiId}.execute-api.${needs.region}.amazonaws.com`,
		stageName,
		version,
	});
	const isYaml = /yaml/.test(accepts);
	const text = isYaml ? stringify(definition) : JSON.stringify(definition, undefined, 2);
	return {
		contentType: "application/octet-stream",
		contentDisposition: `attachment; filename="${exportType}_${version}.${isYaml ? "yaml" : "json"}"`,
		body: Buffer.from(text),
	};
}
