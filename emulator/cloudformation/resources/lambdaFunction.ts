import { names } from "../names.ts";
import { child, childText } from "../node.ts";
import { changedProperties, warnNotUpdated } from "./patches.ts";
import {
	besides,
	type Deployed,
	generatedName,
	gone,
	type Hands,
	type Resolved,
	type ResourceType,
	requestOf,
	textOf,
} from "./resourceType.ts";

export const lambdaFunction: ResourceType = {
	replacedBy: ["FunctionName", "PackageType"],
	namedBy: "FunctionName",
	async create(resource, hands) {
		const name = childText(resource.properties, "FunctionName") ?? generatedName(resource, hands, 64);
		const configuration = configurationOf(resource, "CreateFunction", hands);
		const answer = await hands.call("lambda", "CreateFunction", {
			// SAM and CloudFormation refuse a function without a role; nothing here is refused for want of a permission.
			Role: `arn:aws:iam::${hands.kernel.account}:role/${name}`,
			...configuration,
			FunctionName: name,
			Code: codeOf(resource, hands),
			...architectures(resource, hands),
		});
		await besides(resource, "ReservedConcurrentExecutions", hands, () => reserve(resource, name, hands));
		return deployed(name, textOf(answer, "FunctionArn"), resource.revision);
	},
	async update(resource, before, hands) {
		const name = before.ref;
		const changed = changedProperties(resource, before);
		const isReserved = (property: string) => property === "ReservedConcurrentExecutions";
		if (changed.some((property) => !isReserved(property) && !fixed.includes(property) && !ofCode.includes(property))) {
			const configuration = configurationOf(resource, "UpdateFunctionConfiguration", hands);
			// What is left out of an update stays as it was, but what is gone from the template must go.
			await hands.call("lambda", "UpdateFunctionConfiguration", {
				...emptied(changed),
				...configuration,
				FunctionName: name,
			});
		}
		if (changed.some(isReserved)) {
			if (child(resource.properties, "ReservedConcurrentExecutions") !== undefined)
				await reserve(resource, name, hands);
			else await hands.call("lambda", "DeleteFunctionConcurrency", { FunctionName: name });
		}
		if (resource.revision !== before.revision || changed.includes("Code") || changed.includes("Architectures")) {
			const Architectures = architectures(resource, hands);
			await hands.call("lambda", "UpdateFunctionCode", {
				FunctionName: name,
				...codeOf(resource, hands),
				...Architectures,
			});
		}
		for (const property of changed.filter((it) => fixed.includes(it))) warnNotUpdated(property, resource, hands);
		return deployed(name, before.attributes["Arn"] ?? "", resource.revision);
	},
	async delete({ ref }, { call }) {
		await gone(call("lambda", "DeleteFunction", { FunctionName: ref }));
	},
	sources: ({ ref }) => [`functions/${ref}`],
};

function deployed(name: string, arn: string, revision: string): Deployed {
	return { ref: name, attributes: { Arn: arn }, ids: { revision } };
}

/** Where Lambda finds code that lies in a folder on this machine: an object in a bucket that only the emulator has. */
function codeOf(resource: Resolved, hands: Hands): { readonly S3Bucket: string; readonly S3Key: string } {
	if (hands.code === undefined) throw new Error(`${resource.logicalId} has no code.`);
	return { S3Bucket: "gatewright-folder", S3Key: hands.code.folder };
}

function configurationOf(
	resource: Resolved,
	operation: "CreateFunction" | "UpdateFunctionConfiguration",
	hands: Hands,
) {
	const onlyAtCreation = operation === "CreateFunction" ? [] : ["PackageType", ...fixed];
	return requestOf(resource, hands, {
		model: "lambda",
		operation,
		elsewhere: ["FunctionName", "ReservedConcurrentExecutions", ...ofCode, ...inert, ...onlyAtCreation],
		missing,
	});
}

/** Networks and encryption decide nothing on one machine; what they refer to may be a placeholder that Lambda would refuse. */
const inert = ["VpcConfig", "KmsKeyArn"];
/** A function with one of these runs all the same, without it: Lambda itself would refuse the whole function. */
const missing = names(`
	CodeSigningConfigArn FileSystemConfigs FunctionScalingConfig Layers PublishToLatestPublished RecursiveLoop
	RuntimeManagementConfig
`);
const ofCode = ["Code", "Architectures"];
/** What an update of the configuration does not take. */
const fixed = ["Tags"];

function architectures(resource: Resolved, hands: Hands) {
	const only = resource.properties.entries.get("Architectures");
	if (only === undefined) return { Architectures: ["x86_64"] };
	const properties = { ...resource.properties, entries: new Map([["Architectures", only]]) };
	return requestOf(resource, hands, { model: "lambda", operation: "UpdateFunctionCode" }, properties);
}

/** What a property is reset to when it no longer stands in the template: Lambda's defaults. */
const defaults: Readonly<Record<string, unknown>> = {
	Description: "",
	Timeout: 3,
	MemorySize: 128,
	Environment: { Variables: {} },
	TracingConfig: { Mode: "PassThrough" },
	EphemeralStorage: { Size: 512 },
};

function emptied(changed: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(changed.flatMap((name) => (Object.hasOwn(defaults, name) ? [[name, defaults[name]]] : [])));
}

async function reserve(resource: Resolved, name: string, { call }: Hands): Promise<void> {
	const reserved = childText(resource.properties, "ReservedConcurrentExecutions");
	if (reserved === undefined) return;
	await call("lambda", "PutFunctionConcurrency", {
		FunctionName: name,
		ReservedConcurrentExecutions: Number(reserved),
	});
}
