import type { ControlPlane } from "../controlPlane.ts";
import type { IntegrationDefinition } from "../definitions.ts";
import { checkIntegration } from "../integrationChecks.ts";
import { findIntegration, saveMethod } from "../lookup.ts";
import type { Integration, UpdateIntegrationRequest } from "../model.generated.ts";
import { entries, type PatchRule, patch, refusePathOrOperation, replaceable } from "../patch.ts";

export async function updateIntegration(
	needs: Pick<ControlPlane, "resources">,
	request: UpdateIntegrationRequest,
): Promise<Integration> {
	const [resource, method, integration] = findIntegration(needs, request);
	const patched: IntegrationDefinition = {
		cacheKeyParameters: [],
		...patch(integration, request.patchOperations, rules, refusePathOrOperation),
	};
	checkIntegration(patched, method);
	await saveMethod(needs, resource, { ...method, methodIntegration: patched });
	return patched;
}

const rules: readonly PatchRule[] = [
	...replaceable("text", "/type", "/httpMethod", "/uri", "/passthroughBehavior", "/cacheNamespace"),
	...replaceable("text", "/connectionType", "/connectionId", "/responseTransferMode", "/integrationTarget"),
	{ path: "/credentials", ops: ["add", "replace", "remove"] },
	{ path: "/contentHandling", ops: ["add", "replace", "remove"] },
	{ path: "/timeoutInMillis", ops: ["replace"], as: "number" },
	{ path: "/tlsConfig/insecureSkipVerification", ops: ["replace"], as: "boolean" },
	entries("/requestParameters/*"),
	entries("/requestTemplates/*"),
	entries("/cacheKeyParameters/*", { list: true }),
];
