import { child, childText, plain } from "../node.ts";
import { memberOf } from "./patches.ts";
import { besides, type Hands, type Resolved } from "./resourceType.ts";

type Setting = (
	resource: Resolved,
	table: { readonly name: string; readonly arn: string },
	hands: Hands,
) => Promise<void>;

/** What a table has by operations of its own, beside CreateTable and UpdateTable: each brings it to what the template says. */
const settings: Readonly<Record<string, Setting>> = {
	PointInTimeRecoverySpecification: async ({ properties }, { name }, { call }) => {
		const specification = child(properties, "PointInTimeRecoverySpecification");
		const enabled = childText(specification, "PointInTimeRecoveryEnabled") === "true";
		const days = childText(specification, "RecoveryPeriodInDays");
		await call("dynamodb", "UpdateContinuousBackups", {
			TableName: name,
			PointInTimeRecoverySpecification: {
				PointInTimeRecoveryEnabled: enabled,
				...(enabled && days !== undefined && { RecoveryPeriodInDays: Number(days) }),
			},
		});
	},
	ContributorInsightsSpecification: async ({ properties }, { name }, { call }) => {
		const specification = child(properties, "ContributorInsightsSpecification");
		const mode = childText(specification, "Mode");
		await call("dynamodb", "UpdateContributorInsights", {
			TableName: name,
			ContributorInsightsAction: childText(specification, "Enabled") === "true" ? "ENABLE" : "DISABLE",
			...(mode !== undefined && { ContributorInsightsMode: mode }),
		});
	},
	KinesisStreamSpecification: async ({ properties }, { name }, { call }) => {
		const specification = child(properties, "KinesisStreamSpecification");
		const wanted = childText(specification, "StreamArn");
		const precision = childText(specification, "ApproximateCreationDateTimePrecision");
		const { KinesisDataStreamDestinations: known } = await call("dynamodb", "DescribeKinesisStreamingDestination", {
			TableName: name,
		});
		for (const destination of Array.isArray(known) ? known : []) {
			if (memberOf(destination, "DestinationStatus") !== "ACTIVE") continue;
			const StreamArn = memberOf(destination, "StreamArn");
			await call("dynamodb", "DisableKinesisStreamingDestination", { TableName: name, StreamArn });
		}
		if (wanted === undefined) return;
		await call("dynamodb", "EnableKinesisStreamingDestination", {
			TableName: name,
			StreamArn: wanted,
			...(precision !== undefined && {
				EnableKinesisStreamingConfiguration: { ApproximateCreationDateTimePrecision: precision },
			}),
		});
	},
	ResourcePolicy: async ({ properties }, { arn }, { call }) => {
		const document = child(child(properties, "ResourcePolicy"), "PolicyDocument");
		if (document === undefined) await call("dynamodb", "DeleteResourcePolicy", { ResourceArn: arn });
		else await call("dynamodb", "PutResourcePolicy", { ResourceArn: arn, Policy: JSON.stringify(plain(document)) });
	},
	Tags: async ({ properties }, { arn }, { call }) => {
		const list = child(properties, "Tags");
		const wanted = (list?.kind === "list" ? list.items : []).map((tag) => ({
			Key: childText(tag, "Key") ?? "",
			Value: childText(tag, "Value") ?? "",
		}));
		const { Tags: known } = await call("dynamodb", "ListTagsOfResource", { ResourceArn: arn });
		const old = (Array.isArray(known) ? known : []).map((tag) => String(memberOf(tag, "Key")));
		const gone = old.filter((key) => !wanted.some(({ Key }) => Key === key));
		if (gone.length > 0) await call("dynamodb", "UntagResource", { ResourceArn: arn, TagKeys: gone });
		if (wanted.length > 0) await call("dynamodb", "TagResource", { ResourceArn: arn, Tags: wanted });
	},
};

/** The properties that `setBesides` sees to. */
export const besidesTable: readonly string[] = Object.keys(settings);

/** Sets what of these properties is asked for; what is refused is reported at its place, and the table stands. */
export async function setBesides(
	resource: Resolved,
	table: { readonly name: string; readonly arn: string },
	properties: readonly string[],
	hands: Hands,
): Promise<void> {
	for (const [property, set] of Object.entries(settings)) {
		if (properties.includes(property)) await besides(resource, property, hands, () => set(resource, table, hands));
	}
}
