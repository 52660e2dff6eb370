import { names } from "../names.ts";
import { child, childText } from "../node.ts";
import {
	type Deployed,
	gone,
	type Hands,
	type Resolved,
	type ResourceType,
	requestOf,
	textOf,
} from "./resourceType.ts";

/**
 * A snapshot of an API. Its revision is that of all parts of the API, so that a changed method leads to a new snapshot
 * and, by the new id, to stages that point to it. CloudFormation would keep the old snapshot until the deployment's
 * logical id changes, the commonest surprise of API Gateway; here a saved file must show at once.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-deployment.html
 */
export const apiGatewayDeployment: ResourceType = {
	replacedBy: ["RestApiId"],
	create: deploy,
	update: (resource, _before, hands) => deploy(resource, hands),
	discard: deleteUnlessUsed,
	async delete(before, hands) {
		const { restApiId, stageName } = before.ids;
		if (stageName !== undefined) await gone(hands.call("apigateway", "DeleteStage", { restApiId, stageName }));
		await deleteUnlessUsed(before, hands);
	},
};

async function deploy(resource: Resolved, hands: Hands): Promise<Deployed> {
	const request = requestOf(resource, hands, {
		model: "apigateway",
		operation: "CreateDeployment",
		elsewhere: ["StageDescription", "DeploymentCanarySettings"],
	});
	warnOfLater(resource, hands);
	const stage = child(resource.properties, "StageDescription");
	const ofStage =
		stage?.kind === "map"
			? requestOf(
					resource,
					hands,
					{
						model: "apigateway",
						operation: "CreateDeployment",
						under: "StageDescription.",
						missing: stageSettings,
						renamed,
					},
					stage,
				)
			: {};
	const answer = await hands.call("apigateway", "CreateDeployment", { ...ofStage, ...request });
	const id = textOf(answer, "id");
	const stageName = childText(resource.properties, "StageName");
	const ids = { restApiId: String(request["restApiId"]), ...(stageName === undefined ? {} : { stageName }) };
	return { ref: id, attributes: { DeploymentId: id }, ids };
}

const renamed = { Description: "stageDescription" };

const stageSettings = names(`
		AccessLogSetting CacheDataEncrypted CacheTtlInSeconds CachingEnabled CanarySetting
		ClientCertificateId DataTraceEnabled DocumentationVersion LoggingLevel MethodSettings MetricsEnabled
		Tags ThrottlingBurstLimit ThrottlingRateLimit
	`);

function warnOfLater(resource: Resolved, hands: Hands): void {
	const canary = resource.properties.entries.get("DeploymentCanarySettings");
	if (canary === undefined) return;
	const message = `DeploymentCanarySettings of ${resource.type} is not emulated yet: it has no effect here.`;
	hands.report({ severity: "warning", code: "missing-property", message, at: canary.keyAt });
}

async function deleteUnlessUsed(before: Deployed, { call }: Hands): Promise<void> {
	try {
		await gone(
			call("apigateway", "DeleteDeployment", { restApiId: before.ids["restApiId"], deploymentId: before.ref }),
		);
	} catch {
		// A stage of someone else's making still points to it ("Active stages pointing to this deployment must be moved
		// or deleted"): the snapshot stays with that stage.
	}
}
