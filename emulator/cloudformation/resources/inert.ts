import type { Deployed, Hands, Resolved } from "./resourceType.ts";
import { generatedName } from "./resourceType.ts";

/**
 * Types that an app needs on AWS and that decide nothing on one machine: roles, log groups, alarms. They get the names and
 * ARNs they would have, and nothing is made.
 */
export function inertAttributes(
	type: string,
): ((name: string, account: string, region: string) => Readonly<Record<string, string>>) | undefined {
	return Object.hasOwn(inertTypes, type) ? inertTypes[type] : undefined;
}

type Attributes = (name: string, account: string, region: string) => Readonly<Record<string, string>>;

const none: Attributes = () => ({});

const inertTypes: Readonly<Record<string, Attributes>> = {
	"AWS::ApiGateway::Account": () => ({ Id: "ApiGatewayAccount" }),
	"AWS::CDK::Metadata": none,
	"AWS::CloudFormation::WaitConditionHandle": none,
	"AWS::CloudWatch::Alarm": (name, account, region) => ({
		Arn: `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`,
	}),
	"AWS::CloudWatch::Dashboard": none,
	"AWS::IAM::InstanceProfile": (name, account) => ({ Arn: `arn:aws:iam::${account}:instance-profile/${name}` }),
	"AWS::IAM::ManagedPolicy": (name, account) => ({ PolicyArn: `arn:aws:iam::${account}:policy/${name}` }),
	"AWS::IAM::Policy": none,
	"AWS::IAM::Role": (name, account) => ({
		Arn: `arn:aws:iam::${account}:role/${name}`,
		RoleId: `AROA${name
			.toUpperCase()
			.replace(/[^A-Z0-9]/g, "")
			.slice(-17)}`,
	}),
	"AWS::Logs::LogGroup": (name, account, region) => ({ Arn: `arn:aws:logs:${region}:${account}:log-group:${name}:*` }),
	"AWS::Logs::MetricFilter": none,
	"AWS::Logs::SubscriptionFilter": none,
};

/** The property that names a thing of one of these types. */
const namedBy = [
	"RoleName",
	"PolicyName",
	"ManagedPolicyName",
	"InstanceProfileName",
	"LogGroupName",
	"AlarmName",
	"DashboardName",
];

export function deployInert(
	resource: Resolved,
	before: Deployed | undefined,
	attributes: Attributes,
	hands: Hands,
): Deployed {
	const given = namedBy
		.map((property) => resource.properties.entries.get(property)?.value)
		.find((value) => value !== undefined);
	const name = given?.kind === "scalar" ? given.text : (before?.ids["name"] ?? generatedName(resource, hands, 64));
	const made = attributes(name, hands.kernel.account, hands.kernel.region);
	// A managed policy is referred to by its ARN.
	return { ref: made["PolicyArn"] ?? name, attributes: made, ids: { name } };
}

/** What a type that is not emulated stands for: a name, and an ARN where an attribute looks like one. */
export function placeholder(resource: Resolved, hands: Hands): Deployed {
	return { ref: generatedName(resource, hands, 64), attributes: {}, ids: { placeholder: "true" } };
}

/** An attribute that nothing here knows: an ARN for a name that ends so, else a text that says what it stands for. */
export function placeholderAttribute(
	type: string,
	ref: string,
	attribute: string,
	account: string,
	region: string,
): string {
	const service = type.split("::")[1]?.toLowerCase() ?? "aws";
	if (/Arn$/i.test(attribute)) return `arn:aws:${service}:${region}:${account}:${ref}`;
	return `${ref}.${attribute}`;
}
