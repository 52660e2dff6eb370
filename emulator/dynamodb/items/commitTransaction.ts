import { AwsError } from "../../aws/awsError.ts";
import { readCharge } from "../capacity/charge.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { transactionCanceled, transactionConflict, validationError } from "../errors.ts";
import { decodeItem } from "../values/decodeItem.ts";
import type { Item } from "../values/value.ts";
import { itemSize } from "../values/valueSize.ts";
import { gatherUnits, noUnits, readUnits, type TransactionKind, type Units } from "./capacity.ts";
import { checkToken, tokenRecord } from "./requestTokens.ts";
import type { TransactWrite } from "./transactWrites.ts";
import { type ItemChange, type WriteNeeds, writeItems } from "./writeItems.ts";

/** What makes two requests with one ClientRequestToken the same. */
export type TransactionToken = { readonly token: string; readonly request: unknown };

/** What a transaction used, by table. A repetition of one that has been carried out reads what it would have written. */
export type TransactionUnits = { readonly kind: TransactionKind; readonly units: ReadonlyMap<string, Units> };

/** Does all of a transaction's actions, or none, in one batch of the record store. */
export async function commitTransaction(
	dynamodb: Pick<Dynamodb, WriteNeeds | "clock" | "locks">,
	writes: readonly TransactWrite[],
	token: TransactionToken | undefined,
): Promise<TransactionUnits> {
	checkDistinct(writes.map(({ key }) => key));
	const problems = writes.map(({ problem }) => problem && reasonOf(problem));
	if (problems.some((problem) => problem !== undefined)) throw canceled(problems);

	const keys = writes.flatMap(({ key }) => key ?? []);
	const units = new Map<string, Units>();
	let kind: TransactionKind = "WriteCapacityUnits";
	const busy = await dynamodb.locks.transaction(keys, async () => {
		const repeated = token && (await checkToken(dynamodb, token.token, token.request));
		if (repeated !== undefined) {
			kind = "ReadCapacityUnits";
			readAgain(dynamodb, writes, keys, repeated, units);
			return;
		}
		const before = dynamodb.records.getMany(keys).map((record) => record && decodeItem(record));
		const changes = applyAll(writes, keys, before);
		const reads = () =>
			changes.map(({ change }) => 2 * readUnits(Math.max(sizeOf(change.before), sizeOf(change.after)), true));
		const extra = token === undefined ? [] : [tokenRecord(dynamodb.clock, token.token, token.request, reads())];
		const used = await writeItems(
			dynamodb,
			changes.map(({ change }) => change),
			{ extra, times: 2, refusal: (errors) => canceled(errors.map((error) => error && reasonOf(error))) },
		);
		for (const [index, { write }] of changes.entries()) {
			const total = units.get(write.tableName) ?? noUnits();
			gatherUnits(total, used[index] ?? noUnits(), 2);
			units.set(write.tableName, total);
		}
	});
	if (busy !== undefined) throw canceled(busy.map((held) => (held ? reasonOf(transactionConflict()) : undefined)));
	return { kind, units };
}

/** A repetition reads the items as large as they were: measured on DynamoDB (paritysuite/dynamodb-conformance#74, 2026-07-01). */
function readAgain(
	{ capacity }: Pick<Dynamodb, "capacity">,
	writes: readonly TransactWrite[],
	keys: readonly Buffer[],
	used: readonly number[],
	units: Map<string, Units>,
): void {
	const charges = writes.map(({ table }, i) => {
		const key = keys[i];
		return key === undefined ? [] : [readCharge(table, key, used[i] ?? 0)];
	});
	const refused = capacity.chargeTogether(charges);
	if (refused !== undefined) throw canceled(refused.map((error) => error && reasonOf(error)));
	for (const [i, { tableName }] of writes.entries()) {
		const total = units.get(tableName) ?? noUnits();
		gatherUnits(total, { ...noUnits(), table: used[i] ?? 0 });
		units.set(tableName, total);
	}
}

/** Why a transaction was cancelled, one for each action. */
type CancellationReason = { readonly Code: string; readonly Message?: string; readonly Item?: unknown };

const maxBytes = 4 * 1024 * 1024;

export function checkDistinct(keys: readonly (Buffer | undefined)[]): void {
	const known = new Set<string>();
	for (const key of keys) {
		const id = key?.toString("latin1");
		if (id !== undefined && known.has(id)) {
			throw validationError("Transaction request cannot include multiple operations on one item");
		}
		if (id !== undefined) known.add(id);
	}
}

/** Every action is tried, so that all that would fail is reported, each in its place. */
function applyAll(writes: readonly TransactWrite[], keys: readonly Buffer[], before: readonly (Item | undefined)[]) {
	const reasons: (CancellationReason | undefined)[] = [];
	const changes: { write: TransactWrite; change: ItemChange }[] = [];
	let bytes = 0;
	for (const [index, write] of writes.entries()) {
		const key = keys[index];
		if (key === undefined) throw new Error("An action without a key cancels its transaction before it begins.");
		try {
			const after = write.apply(before[index]);
			bytes += after === undefined ? 0 : itemSize(after);
			changes.push({ write, change: { table: write.table, key, before: before[index], after } });
			reasons.push(undefined);
		} catch (error) {
			if (!(error instanceof AwsError)) throw error;
			reasons.push(reasonOf(error));
		}
	}
	if (reasons.some((reason) => reason !== undefined)) throw canceled(reasons);
	if (bytes > maxBytes) throw validationError("The aggregate size of the items in the transaction exceeded 4 MB");
	return changes;
}

function sizeOf(item: Item | undefined): number {
	return item === undefined ? 0 : itemSize(item);
}

function canceled(reasons: readonly (CancellationReason | undefined)[]): AwsError {
	return transactionCanceled(reasons.map((reason) => reason ?? { Code: "None" }));
}

const codes: Readonly<Record<string, string>> = {
	ConditionalCheckFailedException: "ConditionalCheckFailed",
	ValidationException: "ValidationError",
	TransactionConflictException: "TransactionConflict",
	DuplicateItemException: "DuplicateItem",
	ItemCollectionSizeLimitExceededException: "ItemCollectionSizeLimitExceeded",
	ProvisionedThroughputExceededException: "ProvisionedThroughputExceeded",
	ThrottlingException: "ThrottlingError",
	RequestLimitExceeded: "ThrottlingError",
};

export function reasonOf(error: AwsError): CancellationReason {
	const { Item: item } = error.members;
	return {
		Code: codes[error.code] ?? error.code,
		Message: error.message,
		...(item !== undefined && { Item: item }),
	};
}
