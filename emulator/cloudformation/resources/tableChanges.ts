import { names } from "../names.ts";
import { child, childText, plain } from "../node.ts";
import { memberOf, textIn } from "./patches.ts";
import type { Resolved, Stored } from "./resourceType.ts";

/** What UpdateTable can be asked for at once. */
const settings = names(`
	BillingMode ProvisionedThroughput TableClass DeletionProtectionEnabled OnDemandThroughput SSESpecification
`);

/** The properties of a table that `tableChanges` sees to. */
export const tableProperties: readonly string[] = [...settings, "StreamSpecification", "GlobalSecondaryIndexes"];

/** The UpdateTable requests that bring a table to what it is to be: one change of an index at a time, and a stream by itself. */
export function tableChanges(
	resource: Resolved,
	before: Stored,
	changed: readonly string[],
	table: Readonly<Record<string, unknown>>,
): readonly object[] {
	const changes: object[] = [];
	const wanted: Readonly<Record<string, unknown>> = { BillingMode: "PROVISIONED", ...table };
	const switched = changed.includes("BillingMode") && wanted["BillingMode"] !== modeOf(before);
	const provisioned = switched && wanted["BillingMode"] === "PROVISIONED";
	const set = settings.filter((name) => {
		if (wanted[name] === undefined) return false;
		if (name === "BillingMode") return switched;
		return changed.includes(name) || (provisioned && name === "ProvisionedThroughput");
	});
	const indexes = indexChanges(resource, before, table, provisioned);
	// With the mode goes the capacity of every index that stays.
	const together: readonly object[] = provisioned ? indexes.filter((change) => "Update" in change) : [];
	if (set.length > 0) {
		changes.push({
			...Object.fromEntries(set.map((name) => [name, wanted[name]])),
			...(together.length > 0 && { GlobalSecondaryIndexUpdates: together }),
		});
	}
	if (changed.includes("StreamSpecification")) {
		const hadStream = memberOf(before.properties, "StreamSpecification") !== undefined;
		// A view type cannot be changed while the stream is on.
		if (hadStream) changes.push({ StreamSpecification: { StreamEnabled: false } });
		if (table["StreamSpecification"] !== undefined) changes.push({ StreamSpecification: table["StreamSpecification"] });
	}
	if (changed.includes("GlobalSecondaryIndexes")) {
		for (const change of indexes) {
			if (together.includes(change)) continue;
			changes.push({ AttributeDefinitions: table["AttributeDefinitions"], GlobalSecondaryIndexUpdates: [change] });
		}
	}
	return changes;
}

function modeOf(before: Stored): string {
	return textIn(before.properties, "BillingMode") ?? "PROVISIONED";
}

type Index = { readonly name: string; readonly keys: string; readonly throughput: string };

function indexChanges(
	resource: Resolved,
	before: Stored,
	table: Readonly<Record<string, unknown>>,
	provisioned: boolean,
): readonly object[] {
	const list = child(resource.properties, "GlobalSecondaryIndexes");
	const wanted =
		list?.kind === "list" ? list.items.map((item) => indexOf(plain(item), childText(item, "IndexName"))) : [];
	const stored = memberOf(before.properties, "GlobalSecondaryIndexes");
	const had: readonly Index[] = (Array.isArray(stored) ? stored : []).map((it) => indexOf(it, textIn(it, "IndexName")));
	const requests: readonly unknown[] = Array.isArray(table["GlobalSecondaryIndexes"])
		? table["GlobalSecondaryIndexes"]
		: [];

	const removed = had.filter((old) => !wanted.some((it) => it.name === old.name && it.keys === old.keys));
	const changes: object[] = removed.map(({ name }) => ({ Delete: { IndexName: name } }));
	for (const [i, index] of wanted.entries()) {
		const old = had.find((it) => it.name === index.name && it.keys === index.keys);
		const throughput = memberOf(requests[i], "ProvisionedThroughput");
		if (old === undefined) changes.push({ Create: requests[i] });
		else if ((provisioned || old.throughput !== index.throughput) && throughput !== undefined) {
			changes.push({ Update: { IndexName: index.name, ProvisionedThroughput: throughput } });
		}
	}
	return changes;
}

function indexOf(index: unknown, name = ""): Index {
	const part = (members: readonly string[]) => JSON.stringify(members.map((it) => memberOf(index, it)));
	return { name, keys: part(["KeySchema", "Projection"]), throughput: part(["ProvisionedThroughput"]) };
}
