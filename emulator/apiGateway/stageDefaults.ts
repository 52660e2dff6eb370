import { AwsError } from "../aws/awsError.ts";
import type { ControlPlane } from "./controlPlane.ts";
import type { StageDefinition } from "./definitions.ts";
import { badRequest } from "./errors.ts";
import { ofApi } from "./stores.ts";

type Asked = Pick<StageDefinition, "apiId" | "stageName" | "deploymentId"> & Partial<StageDefinition>;

/** A new stage with AWS's defaults (recorded: test_create_update_stages, create-stage). */
export function newStage(asked: Asked, now: number): StageDefinition {
	const cacheClusterEnabled = asked.cacheClusterEnabled ?? false;
	return {
		...asked,
		cacheClusterEnabled,
		cacheClusterStatus: cacheClusterEnabled ? "AVAILABLE" : "NOT_AVAILABLE",
		...(cacheClusterEnabled ? { cacheClusterSize: asked.cacheClusterSize ?? "0.5" } : {}),
		methodSettings: {},
		tracingEnabled: asked.tracingEnabled ?? false,
		createdDate: now,
		lastUpdatedDate: now,
	};
}

/** Stages an API may have; AWS's default quota, raisable there on request. */
const mostStages = 10;

export function checkStage({ stages }: Pick<ControlPlane, "stages">, stage: StageDefinition): void {
	if (!/^[A-Za-z0-9_-]{1,128}$/.test(stage.stageName)) {
		throw badRequest("Stage name only allows a-zA-Z0-9_- and can be at most 128 characters"); // text in part unverified
	}
	if (ofApi(stages, stage.apiId).length >= mostStages) {
		throw new AwsError("LimitExceededException", "Maximum number of stages for this API has been reached", 429); // unverified text
	}
	checkVariables(stage.variables ?? {});
}

/** 100 variables, names of 64 characters, values of 512 of AWS's alphabet (fact A12). */
export function checkVariables(variables: Readonly<Record<string, string>>): void {
	if (Object.keys(variables).length > 100) throw badRequest("Too many stage variables specified, can be at most 100"); // unverified text
	for (const [name, value] of Object.entries(variables)) {
		if (!/^[A-Za-z0-9_]{1,64}$/.test(name)) throw badRequest(`Invalid stage variable name: ${name}`); // unverified text
		if (!/^[A-Za-z0-9\-._~:/?#&=,]{1,512}$/.test(value)) {
			throw badRequest(
				`Invalid stage variable value: ${value}. Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.`, // unverified text
			);
		}
	}
}
