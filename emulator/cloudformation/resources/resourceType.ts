import type { Problem, SourceLocation } from "../../../protocol/problem.ts";
import { AwsError } from "../../aws/awsError.ts";
import type { CallOperation, Kernel } from "../../aws/service.ts";
import type { Locate } from "../../aws/sources.ts";
import type { Mapping, Plain } from "../node.ts";
import { type Shaping, shaped } from "../shape.ts";

/** One type of resource: how it is made, changed and removed by AWS's own operations. */
export type ResourceType = {
	/** A change of one of these makes a new thing in the place of the old, as CloudFormation does it. */
	readonly replacedBy: readonly string[];
	/** The old thing must go before the new one comes, since the two cannot be side by side. */
	readonly isReplacedInPlace?: boolean;
	/** The property that names the thing; without it, a name is made up. A thing so named cannot be replaced. */
	readonly namedBy?: string;
	create(resource: Resolved, hands: Hands): Promise<Deployed>;
	/** Without this, every change makes a new thing. */
	update?(resource: Resolved, before: Stored, hands: Hands): Promise<Deployed>;
	delete(before: Stored, hands: Hands): Promise<void>;
	/** Removes what an update has put another thing in the place of, once nothing points to it any more. */
	discard?(before: Stored, hands: Hands): Promise<void>;
	/** Its keys in the source index. */
	sources?(deployed: Deployed): readonly string[];
	/** Finds a property of what a key stands for, where that is not the resource as a whole. */
	locate?(key: string, properties: Mapping, resource: Resolved, deployed: Deployed): Locate;
};

/** A resource whose functions have been carried out: what is to be. */
export type Resolved = {
	readonly logicalId: string;
	readonly type: string;
	readonly at: SourceLocation;
	readonly typeAt: SourceLocation;
	readonly properties: Mapping;
	/** What the properties do not show but must lead to a change all the same: the revision of code, of an API's parts. */
	readonly revision: string;
};

/** What a resource became. */
export type Deployed = {
	/** What `Ref` gives. */
	readonly ref: string;
	/** What `GetAtt` gives. */
	readonly attributes: Readonly<Record<string, string>>;
	/** What is needed to find it again. */
	readonly ids: Readonly<Record<string, string>>;
};

/** A deployed resource as it is remembered. */
export type Stored = Deployed & {
	readonly stack: string;
	readonly logicalId: string;
	readonly type: string;
	readonly properties: Plain;
	readonly revision: string;
	readonly dependsOn: readonly string[];
	readonly isRetained: boolean;
};

export type Hands = {
	readonly call: CallOperation;
	readonly kernel: Pick<Kernel, "account" | "region" | "ids">;
	readonly stackName: string;
	readonly report: (problem: Problem) => void;
	readonly log: (text: string) => void;
	/** The code of the function that is being made, ready to run. */
	readonly code: FunctionCode | undefined;
};

/** A folder that Lambda runs in place; `revision` changes with what is in it. */
export type FunctionCode = { readonly folder: string; readonly revision: string };

/** A request made of all of a resource's properties. */
export function requestOf(
	resource: Resolved,
	hands: Hands,
	shaping: Omit<Shaping, "type" | "report">,
	properties = resource.properties,
): Record<string, unknown> {
	let isRefused = false;
	const report = (problem: Problem) => {
		if (problem.severity === "error") isRefused = true;
		hands.report(problem);
	};
	const request = shaped(properties, { ...shaping, type: resource.type, report });
	if (isRefused) throw new RefusedProperties(`The properties of ${resource.logicalId} cannot be sent.`);
	return request;
}

/** Values of the wrong type, each of which has been reported at its place. */
export class RefusedProperties extends Error {}

/** A member of an answer that AWS's model promises to be a text. */
export function textOf(answer: Record<string, unknown>, member: string): string {
	const value = answer[member];
	if (typeof value !== "string") throw new Error(`The answer has no ${member}.`);
	return value;
}

/** Runs a deletion; that the thing is gone already is fine. */
export async function gone(deletion: Promise<unknown>): Promise<void> {
	try {
		await deletion;
	} catch (error) {
		if (error instanceof AwsError && /NotFound/.test(error.code)) return;
		throw error;
	}
}

/**
 * What is set on a thing after it was made. That AWS (or what the emulator has of it) refuses this is reported at the
 * property; the thing itself stands all the same, and is remembered.
 */
export async function besides(
	resource: Resolved,
	property: string,
	hands: Hands,
	work: () => Promise<unknown>,
): Promise<void> {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof AwsError)) throw error;
		const message = `${property} of ${resource.logicalId} could not be set: ${error.message}`;
		const at = resource.properties.entries.get(property)?.keyAt ?? resource.at;
		hands.report({ severity: "error", code: "deploy-failed", message, at });
	}
}

/** A name as CloudFormation makes it: stack, logical id and twelve random characters. */
export function generatedName(resource: Resolved, hands: Hands, longest: number, separator = "-"): string {
	const random = hands.kernel.ids.text(12, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
	const room = longest - random.length - 2 * separator.length;
	const stack = separator === "" ? hands.stackName.replaceAll("-", "") : hands.stackName;
	const logicalId = resource.logicalId.slice(0, Math.max(room - stack.length, Math.floor(room / 2)));
	return [stack.slice(0, room - logicalId.length), logicalId, random].join(separator);
}
