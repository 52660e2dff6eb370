import type { Dynamodb } from "../dynamodb.ts";
import { tableNotFound, validationError } from "../errors.ts";
import { fillExpiries } from "../items/expiryFill.ts";
import type { UpdateTimeToLiveRequest, UpdateTimeToLiveResponse } from "../model.generated.ts";
import { checkSettled } from "../tables/statuses.ts";
import { statusOf, type Table } from "../tables/table.ts";
import type { TimeToLiveSetting } from "../tables/tableDefinition.ts";

type Needs = Pick<Dynamodb, "clock" | "timing" | "records" | "locks" | "tables" | "spaces" | "events">;

/** Takes effect at once, and may be changed again at once, unless times are set for it: AWS lets an hour pass between two changes. */
export function updateTimeToLive(needs: Needs, request: UpdateTimeToLiveRequest): Promise<UpdateTimeToLiveResponse> {
	const { Enabled: enabled, AttributeName: attribute } = request.TimeToLiveSpecification;
	const { clock, tables } = needs;
	return tables.change(async () => {
		const table = tables.find(request.TableName);
		if (table === undefined) throw tableNotFound(request.TableName);
		if (statusOf(table, clock.now()) === "CREATING") checkSettled(table, clock.now());
		checkChange(table, enabled, attribute);
		checkCoolDown(needs, table);
		if (enabled) await enable(needs, table, attribute);
		else await disable(needs, table);
		needs.events.publish({ type: "state", kind: "table", id: table.name, change: "updated" });
		return { TimeToLiveSpecification: request.TimeToLiveSpecification };
	});
}

/** What is already so is told before it is told that the change comes too soon: measured on AWS (October 2026). */
function checkChange({ definition }: Table, enabled: boolean, attribute: string): void {
	const current = definition.timeToLive;
	if (!enabled && current === undefined) throw validationError("TimeToLive is already disabled");
	if (current === undefined) return;
	if (current.attribute !== attribute) throw activeOnAnother(current);
	if (enabled) throw validationError("TimeToLive is already enabled");
}

function checkCoolDown({ clock, timing }: Needs, { definition }: Table): void {
	const changedAt = definition.timeToLiveChange?.at;
	if (changedAt === undefined || clock.now() >= changedAt + timing.ms("timeToLiveChange")) return;
	throw validationError("Time to live has been modified multiple times within a fixed interval");
}

async function enable(needs: Needs, { definition }: Table, attribute: string): Promise<void> {
	const { clock, timing, tables, spaces } = needs;
	const at = clock.now();
	const [space = 0] = await spaces.allocate(1);
	const table = await tables.put({
		...definition,
		timeToLive: { attribute, space, filling: true },
		timeToLiveChange: { attribute, at, until: at + timing.ms("table") },
	});
	await fillExpiries(needs, table, (work) => work());
}

async function disable({ clock, timing, tables, spaces }: Needs, { definition }: Table): Promise<void> {
	const { timeToLive: current, ...without } = definition;
	if (current === undefined) return;
	const at = clock.now();
	const timeToLiveChange = { attribute: current.attribute, at, until: at + timing.ms("table") };
	await tables.put({ ...without, timeToLiveChange });
	await spaces.discard([current.space]);
}

const activeOnAnother = ({ attribute }: TimeToLiveSetting) =>
	validationError(`TimeToLive is active on a different AttributeName: current AttributeName is ${attribute}`);
