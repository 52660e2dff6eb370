import { names } from "../names.ts";
import { child, childText, type Draft, type Node } from "../node.ts";
import type { Resource, Template } from "../template.ts";
import { eventRoutes } from "./apiEvent.ts";
import { getAtt, made, ref } from "./made.ts";
import { checkProperties, pick } from "./properties.ts";
import { tagList } from "./simpleTable.ts";
import type { EventTarget, Report, Transformed } from "./transformed.ts";

/** `AWS::Serverless::Function`: the function, its role, what its events call it by, and with AutoPublishAlias a version and an alias. */
export function functionResources(resource: Resource, template: Template, report: Report): Transformed {
	const { logicalId, properties } = resource;
	checkProperties(properties, { owner: resource.type, known, missing }, report);
	const hasRole = child(properties, "Role") !== undefined;
	const roleId = `${logicalId}Role`;
	const lambda = made(resource, logicalId, "AWS::Lambda::Function", {
		Role: getAtt(roleId, "Arn"),
		...present(pick(properties, sameInLambda)),
		Code: codeOf(resource, report),
		Tags: [...asList(tagList(child(properties, "Tags"))), { Key: "lambda:createdBy", Value: "SAM" }],
		TracingConfig: tracing(child(properties, "Tracing")),
		VpcConfig: child(properties, "VpcConfig"),
		DeadLetterConfig: deadLetter(child(properties, "DeadLetterQueue")),
	});
	// Handlers are found by their place in the SAM resource, not by that of what it became.
	const own = { ...lambda, properties: { ...lambda.properties, at: properties.at } };
	const role = made(resource, roleId, "AWS::IAM::Role", pick(properties, ["RoleName", "Policies"]));
	const published = publish(resource);
	const events = eventRoutes(resource, template, published.target, report);
	return {
		resources: [own, ...(hasRole ? [] : [role]), ...published.resources, ...events.resources],
		routes: events.routes,
		aliases: published.aliases,
	};
}

const sameInLambda = names(`
		Architectures CodeSigningConfigArn Description Environment EphemeralStorage FileSystemConfigs
		FunctionName Handler ImageConfig KmsKeyArn Layers LoggingConfig MemorySize PackageType RecursiveLoop
		ReservedConcurrentExecutions Role Runtime RuntimeManagementConfig SnapStart Timeout
	`);
const known = [
	...sameInLambda,
	...names(`
		AutoPublishAlias AutoPublishAliasAllProperties AutoPublishCodeSha256 CodeUri DeadLetterQueue Events
		InlineCode Tags Tracing VersionDescription VpcConfig
	`),
	// Permissions are not checked, a deployment is not gradual, and tags go where they were written.
	...names("AssumeRolePolicyDocument DeploymentPreference PermissionsBoundary Policies PropagateTags RolePath"),
];
const missing = names(`
		EventInvokeConfig FunctionUrlConfig ImageUri ProvisionedConcurrencyConfig VersionDeletionPolicy
		CapacityProviderConfig DurableConfig FunctionScalingConfig PublishToLatestPublished SourceKMSKeyArn
		TenancyConfig
	`);

function codeOf({ logicalId, properties, at }: Resource, report: Report): Draft {
	const inline = child(properties, "InlineCode");
	if (inline !== undefined) return { ZipFile: inline };
	const uri = child(properties, "CodeUri");
	if (uri?.kind === "map") {
		const { Bucket, Key, Version } = pick(uri, ["Bucket", "Key", "Version"]);
		return { S3Bucket: Bucket, S3Key: Key, S3ObjectVersion: Version };
	}
	if (uri === undefined && childText(properties, "PackageType") !== "Image") {
		const message = `${logicalId} has neither CodeUri nor InlineCode: say where its code is.`;
		report({ severity: "error", code: "missing-code", message, at });
	}
	return uri;
}

type Published = Pick<Transformed, "aliases"> & {
	readonly resources: readonly Resource[];
	readonly target: EventTarget;
};

/**
 * AutoPublishAlias. On AWS the version's logical id ends in the code's hash, so that new code makes a new version; here
 * the version follows the function's code under one id.
 */
function publish(resource: Resource): Published {
	const { logicalId, properties } = resource;
	const alias = childText(properties, "AutoPublishAlias");
	if (alias === undefined) return { resources: [], target: { name: ref(logicalId), arn: `\${${logicalId}.Arn}` } };
	const versionId = `${logicalId}Version`;
	const aliasId = `${logicalId}Alias${alias}`;
	const version = made(resource, versionId, "AWS::Lambda::Version", {
		FunctionName: ref(logicalId),
		Description: child(properties, "VersionDescription"),
	});
	return {
		resources: [
			{ ...version, isRetained: true, follows: logicalId },
			made(resource, aliasId, "AWS::Lambda::Alias", {
				Name: alias,
				FunctionName: ref(logicalId),
				FunctionVersion: getAtt(versionId, "Version"),
			}),
		],
		target: { name: ref(aliasId), arn: `\${${aliasId}}` },
		aliases: { [`${logicalId}.Alias`]: aliasId, [`${logicalId}.Version`]: versionId },
	};
}

function tracing(mode: Node | undefined): Draft {
	return mode === undefined ? undefined : { Mode: mode };
}

function deadLetter(queue: Node | undefined): Draft {
	return queue === undefined ? undefined : { TargetArn: child(queue, "TargetArn") };
}

function asList(tags: ReturnType<typeof tagList>): readonly Draft[] {
	if (tags === undefined || "kind" in tags) return [];
	return tags;
}

function present(drafts: Readonly<Record<string, Node | undefined>>): Readonly<Record<string, Draft>> {
	return Object.fromEntries(Object.entries(drafts).filter(([, value]) => value !== undefined));
}
