import { isDeepStrictEqual } from "node:util";
import type { Scenario } from "./arbitraries/scenarios.ts";
import { oneCall, type Step } from "./arbitraries/steps.ts";
import { attributesOf } from "./arbitraries/tables.ts";
import { type Answer, type Json, send } from "./call.ts";
import { comparable, comparableReference } from "./comparable.ts";
import { runStep } from "./runStep.ts";
import { streamOf } from "./streamOf.ts";

export type Servers = { readonly ours: string; readonly theirs: string };
/** One step that the two answered differently, or after which their tables differ. */
export type Difference = { readonly step: Step; readonly ours: Answer; readonly theirs: Answer };
export type Compared = {
	readonly operations: number;
	readonly refused: number;
	readonly records: number;
	readonly differences: readonly Difference[];
};

/** Runs a scenario on both; after a difference their tables are made alike again, so that each is told once. */
export async function compareScenario(servers: Servers, { table, steps }: Scenario): Promise<Compared> {
	const { name: TableName } = table;
	const created = await both(servers, oneCall("CreateTable", table.request));
	const differences: Difference[] = [];
	let refused = 0;
	let records = 0;
	let streamsApart = false;
	/** Keys whose items had to be made alike: their stream records may differ. */
	const mended = new Set<string>();
	try {
		for (const step of steps) {
			const [ours, theirs] = await both(servers, step);
			if ("error" in theirs) refused++;
			const alike = isDeepStrictEqual(ours, theirs);
			if (!alike) differences.push({ step, ours, theirs });
			// What it wrote before it refused may be gone again, but not from its stream.
			if ("error" in theirs && ("result" in ours || step.call.operation === "BatchExecuteStatement"))
				streamsApart = true;
			if (alike && reading.has(step.call.operation)) continue;
			const [mine, reference] = await both(servers, {
				kind: "pages",
				call: { operation: "Scan", request: { TableName } },
			});
			if (isDeepStrictEqual(mine, reference)) continue;
			if (alike) differences.push({ step, ours: mine, theirs: reference });
			for (const key of await makeAlike(servers, table, mine, reference)) mended.add(key);
		}
		for (const { name: IndexName } of table.indexes) {
			const step: Step = { kind: "pages", call: { operation: "Scan", request: { TableName, IndexName } } };
			const [ours, theirs] = await both(servers, step);
			if (!isDeepStrictEqual(ours, theirs)) differences.push({ step, ours, theirs });
		}
		const [mine, reference] = await Promise.all([
			streamOf(servers.ours, streamArn(created[0])),
			streamOf(servers.theirs, streamArn(created[1])),
		]);
		for (const key of new Set([...mine.keys(), ...reference.keys()])) {
			records += mine.get(key)?.length ?? 0;
			if (streamsApart || mended.has(key)) continue;
			const ours = { result: { Records: comparable(mine.get(key) ?? []) } };
			const theirs = { result: { Records: comparableReference(reference.get(key) ?? []) } };
			if (isDeepStrictEqual(ours, theirs)) continue;
			differences.push({ step: oneCall("GetRecords", { TableName }), ours, theirs });
		}
	} finally {
		await Promise.all(
			[servers.ours, servers.theirs].map((it) => send(it, { operation: "DeleteTable", request: { TableName } })),
		);
	}
	return { operations: steps.length, refused, records, differences };
}

const reading = new Set(["GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems"]);

async function both({ ours, theirs }: Servers, step: Step): Promise<[ours: Answer, theirs: Answer]> {
	const [mine, reference] = await Promise.all([runStep(ours, step), runStep(theirs, step)]);
	return [comparable(mine), comparableReference(reference)];
}

/** Deletes what only one of them has or what they have differently, and returns the keys, as the streams name them. */
async function makeAlike(
	servers: Servers,
	table: Scenario["table"],
	mine: Answer,
	reference: Answer,
): Promise<readonly string[]> {
	const items = (answer: Answer): readonly Json[] => {
		const found = "result" in answer ? answer.result["Items"] : [];
		return Array.isArray(found) ? found : [];
	};
	const texts = new Map<string, number>();
	for (const item of [...items(mine), ...items(reference)]) {
		const text = JSON.stringify(item);
		texts.set(text, (texts.get(text) ?? 0) + 1);
	}
	const apart = [...texts].filter(([, count]) => count === 1).map(([text]): Json => JSON.parse(text));
	const names = attributesOf(table.key).map(({ name }) => name);
	const keys = apart.map((item) => Object.fromEntries(names.map((name) => [name, item[name]])));
	for (const Key of keys) await both(servers, oneCall("DeleteItem", { TableName: table.name, Key }));
	return keys.map((key) => JSON.stringify(Object.entries(key).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function streamArn(created: Answer): string {
	if ("error" in created) throw new Error(`CreateTable was refused: ${created.error} ${created.message}`);
	return String(Object(created.result["TableDescription"])["LatestStreamArn"]);
}
