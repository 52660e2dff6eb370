import type { Dynamodb } from "../dynamodb.ts";
import { tableNotFound, validationError } from "../errors.ts";
import { expiryChanges } from "../items/expiry.ts";
import type { UpdateTimeToLiveRequest, UpdateTimeToLiveResponse } from "../model.generated.ts";
import { eachItem } from "../tables/backfill.ts";
import type { TableDefinition, TimeToLiveSetting } from "../tables/tableDefinition.ts";

type Needs = Pick<Dynamodb, "records" | "locks" | "tables" | "spaces" | "events">;

/** Takes effect at once, and may be changed again at once: AWS lets an hour pass between two changes. */
export function updateTimeToLive(needs: Needs, request: UpdateTimeToLiveRequest): Promise<UpdateTimeToLiveResponse> {
	const { Enabled, AttributeName } = request.TimeToLiveSpecification;
	return needs.tables.change(async () => {
		const table = needs.tables.find(request.TableName);
		if (table === undefined) throw tableNotFound(request.TableName);
		const { timeToLive, ...without } = table.definition;
		if (Enabled) await enable(needs, without, timeToLive, AttributeName);
		else await disable(needs, without, timeToLive, AttributeName);
		needs.events.publish({ type: "state", kind: "table", id: table.name, change: "updated" });
		return { TimeToLiveSpecification: request.TimeToLiveSpecification };
	});
}

async function enable(
	{ records, locks, tables, spaces }: Needs,
	definition: TableDefinition,
	current: TimeToLiveSetting | undefined,
	attribute: string,
): Promise<void> {
	if (current?.attribute === attribute) throw validationError("TimeToLive is already enabled");
	if (current !== undefined) throw activeOnAnother(current);
	const [space = 0] = await spaces.allocate(1);
	const table = await tables.put({ ...definition, timeToLive: { attribute, space } });
	// What the table already holds expires too.
	await eachItem(
		{ records, locks },
		table.key.space,
		(item, key, batch) => expiryChanges(table, key, undefined, item, batch),
		() => false,
	);
}

async function disable(
	{ tables, spaces }: Needs,
	definition: TableDefinition,
	current: TimeToLiveSetting | undefined,
	attribute: string,
): Promise<void> {
	if (current === undefined) throw validationError("TimeToLive is already disabled");
	if (current.attribute !== attribute) throw activeOnAnother(current);
	await tables.put(definition);
	await spaces.discard([current.space]);
}

const activeOnAnother = ({ attribute }: TimeToLiveSetting) =>
	validationError(`TimeToLive is active on a different AttributeName: current AttributeName is ${attribute}`);
