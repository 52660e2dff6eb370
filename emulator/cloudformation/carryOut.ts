import type { SourceLocation } from "../../protocol/problem.ts";
import { AwsError } from "../aws/awsError.ts";
import { locate } from "./locate.ts";
import { plain } from "./node.ts";
import { deployInert, inertAttributes, placeholder } from "./resources/inert.ts";
import { changedProperties } from "./resources/patches.ts";
import {
	type Deployed,
	type Hands,
	RefusedProperties,
	type Resolved,
	type ResourceType,
	type Stored,
} from "./resources/resourceType.ts";
import { resourceType } from "./resources/table.ts";

export type Outcome = {
	/** What stands now; absent when nothing does. */
	readonly deployed?: Deployed;
	/** What was done, if anything was. */
	readonly verb?: "Created" | "Changed" | "Replaced";
	/** False when the change broke off: the next deployment does it again. */
	readonly isWhole: boolean;
	/** What was replaced and is to be removed. */
	readonly obsolete?: Stored;
};

/** Brings one resource to what it is to be. A failure is reported at its place and leaves what was. */
export async function carryOut(resource: Resolved, before: Stored | undefined, hands: Hands): Promise<Outcome> {
	const same = before?.type === resource.type ? before : undefined;
	const type = resourceType(resource.type);
	if (type === undefined) return standIn(resource, same, hands);
	if (same !== undefined && isUnchanged(resource, same)) return { deployed: same, isWhole: true };

	const change = same === undefined ? undefined : changeOf(type, resource, same);
	try {
		if (same !== undefined && change === "update" && type.update !== undefined) {
			const deployed = await type.update(resource, same, hands);
			const isOther = deployed.ref !== same.ref && type.discard !== undefined;
			return { deployed, verb: "Changed", isWhole: true, ...(isOther ? { obsolete: same } : {}) };
		}
		if (change === "impossible") return refuseReplacing(type, resource, same, hands);
		if (same !== undefined && type.isReplacedInPlace) await type.delete(same, hands);
		const deployed = await type.create(resource, hands);
		if (before === undefined) return { deployed, verb: "Created", isWhole: true };
		return { deployed, verb: "Replaced", isWhole: true, ...(type.isReplacedInPlace ? {} : { obsolete: before }) };
	} catch (error) {
		fail(resource, same === undefined ? "made" : "changed", error, hands);
		return same === undefined ? { isWhole: false } : { deployed: same, isWhole: false };
	}
}

function isUnchanged(resource: Resolved, before: Stored): boolean {
	return (
		before.revision === resource.revision &&
		JSON.stringify(before.properties) === JSON.stringify(plain(resource.properties))
	);
}

/** CloudFormation's rule: some properties can be changed, others need a new thing, and a thing with a name of its own cannot be made twice. */
function changeOf(type: ResourceType, resource: Resolved, before: Stored): "update" | "replace" | "impossible" {
	const changed = changedProperties(resource, before);
	const isReplaced = type.update === undefined || changed.some((property) => type.replacedBy.includes(property));
	if (!isReplaced) return "update";
	const { namedBy } = type;
	const keepsName = namedBy !== undefined && resource.properties.entries.has(namedBy) && !changed.includes(namedBy);
	return keepsName ? "impossible" : "replace";
}

function refuseReplacing(type: ResourceType, resource: Resolved, before: Stored | undefined, hands: Hands): Outcome {
	const name = type.namedBy === undefined ? undefined : resource.properties.entries.get(type.namedBy);
	const text = name?.value.kind === "scalar" ? name.value.text : resource.logicalId;
	const message = `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${text} and update the stack again. (Or start anew with --memory; ${resource.logicalId} goes on as it was.)`;
	hands.report({ severity: "error", code: "custom-named", message, at: name?.value.at ?? resource.at });
	return before === undefined ? { isWhole: false } : { deployed: before, isWhole: true };
}

/** A type that nothing here carries out: quietly when it decides nothing on one machine, with a warning otherwise. */
function standIn(resource: Resolved, before: Stored | undefined, hands: Hands): Outcome {
	const attributes = inertAttributes(resource.type);
	if (attributes !== undefined) {
		return {
			deployed: deployInert(resource, before, attributes, hands),
			isWhole: true,
			...(before ? {} : { verb: "Created" }),
		};
	}
	const message = `${resource.type} is not emulated yet: ${resource.logicalId} is skipped, and what refers to it gets a placeholder.`;
	hands.report({ severity: "warning", code: "unknown-resource-type", message, at: resource.typeAt });
	return { deployed: before ?? placeholder(resource, hands), isWhole: true };
}

function fail(resource: Resolved, verb: string, error: unknown, hands: Hands): void {
	if (error instanceof RefusedProperties) return;
	const reason = error instanceof Error ? error.message : String(error);
	if (error instanceof AwsError) {
		const message = `${resource.logicalId} (${resource.type}) could not be ${verb}: ${reason}`;
		hands.report({ severity: "error", code: "deploy-failed", message, at: placeOf(resource, reason) });
		return;
	}
	// Not an answer of AWS: a mistake of ours, which must not take down what runs but must be seen.
	const message = `${resource.logicalId} (${resource.type}) could not be ${verb}, by a fault of Gatewright: ${reason}`;
	hands.report({ severity: "error", code: "internal", message, at: resource.typeAt });
	if (error instanceof Error) hands.log(error.stack ?? reason);
}

/** AWS's validation texts name the member ("… at 'environment.variables' failed …"): the place is that property's. */
function placeOf(resource: Resolved, reason: string): SourceLocation {
	const member = /at '([\w.]+)' failed/.exec(reason)?.[1];
	if (member === undefined) return resource.at;
	return locate(resource.properties, resource.at, member.split("."));
}
