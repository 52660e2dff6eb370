import { childText, type Node } from "../node.ts";
import { memberOf, type Patch, patches, textIn } from "./patches.ts";
import { generatedName, gone, type ResourceType, requestOf, textOf } from "./resourceType.ts";

export const apiGatewayUsagePlan: ResourceType = {
	replacedBy: [],
	async create(resource, hands) {
		const request = requestOf(resource, hands, {
			model: "apigateway",
			operation: "CreateUsagePlan",
			renamed: { UsagePlanName: "name" },
		});
		const answer = await hands.call("apigateway", "CreateUsagePlan", {
			name: generatedName(resource, hands, 255),
			...request,
		});
		const id = textOf(answer, "id");
		return { ref: id, attributes: { Id: id }, ids: {} };
	},
	async update(resource, before, hands) {
		const patchOperations = patches(resource, before, hands, {
			UsagePlanName: "/name",
			Description: "/description",
			Throttle: settingPatches("/throttle", { RateLimit: "rateLimit", BurstLimit: "burstLimit" }),
			Quota: settingPatches("/quota", { Limit: "limit", Offset: "offset", Period: "period" }),
			ApiStages: stagePatches,
		});
		if (patchOperations.length > 0) {
			await hands.call("apigateway", "UpdateUsagePlan", { usagePlanId: before.ref, patchOperations });
		}
		return before;
	},
	async delete(before, { call }) {
		// AWS refuses to delete a plan that still has stages.
		const stages = stagePatches(memberOf(before.properties, "ApiStages"), undefined);
		if (stages.length > 0) {
			await gone(call("apigateway", "UpdateUsagePlan", { usagePlanId: before.ref, patchOperations: stages }));
		}
		await gone(call("apigateway", "DeleteUsagePlan", { usagePlanId: before.ref }));
	},
	sources: ({ ref }) => [`usageplans/${ref}`],
};

function settingPatches(path: string, members: Readonly<Record<string, string>>) {
	return (_before: unknown, after: Node | undefined): readonly Patch[] => {
		if (after === undefined) return [{ op: "remove", path }];
		return Object.entries(members).flatMap(([property, member]): readonly Patch[] => {
			const value = childText(after, property);
			return value === undefined ? [] : [{ op: "replace", path: `${path}/${member}`, value }];
		});
	};
}

function stagePatches(before: unknown, after: Node | undefined): readonly Patch[] {
	const stored: readonly unknown[] = Array.isArray(before) ? before : [];
	const old = stored.map((stage) => `${textIn(stage, "ApiId")}:${textIn(stage, "Stage")}`);
	const now =
		after?.kind === "list"
			? after.items.map((stage) => `${childText(stage, "ApiId")}:${childText(stage, "Stage")}`)
			: [];
	return [
		...old.filter((stage) => !now.includes(stage)).map((value): Patch => ({ op: "remove", path: "/apiStages", value })),
		...now.filter((stage) => !old.includes(stage)).map((value): Patch => ({ op: "add", path: "/apiStages", value })),
	];
}
