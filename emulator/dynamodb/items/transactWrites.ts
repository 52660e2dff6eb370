import { AwsError } from "../../aws/awsError.ts";
import { keySchemaMismatch, validationError } from "../errors.ts";
import { conditionPaths } from "../expressions/conditionPaths.ts";
import { readCondition, readUpdate } from "../expressions/expressions.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import type { Condition, Update } from "../expressions/syntax.ts";
import type { TransactWriteItem } from "../model.generated.ts";
import { recordKey, type Table } from "../tables/table.ts";
import type { Tables } from "../tables/tables.ts";
import { readItem } from "../values/readValue.ts";
import { type Item, typeOf } from "../values/value.ts";
import { checkCondition } from "./checkCondition.ts";
import { checkIndexKeys, checkItem, checkItemSize } from "./checkItem.ts";
import { checkKey, checkKeyValues } from "./checkKey.ts";
import { checkKeyPaths } from "./checkKeyPaths.ts";
import { checkUpdate, checkUpdatedSize, updatedItem, updatedPaths } from "./updateOf.ts";

/** One action of a transaction, read and checked. */
export type TransactWrite = {
	readonly tableName: string;
	readonly table: Table;
	/** Undefined when the key is wrong, which cancels the transaction instead of refusing the request. */
	readonly key: Buffer | undefined;
	readonly problem: AwsError | undefined;
	/** What is after it; for a check, what was before. */
	apply(before: Item | undefined): Item | undefined;
	/** Whether it writes, even if nothing changes. */
	readonly writes: boolean;
};

type Action = {
	readonly TableName: string;
	readonly ConditionExpression?: string | undefined;
	readonly UpdateExpression?: string | undefined;
	readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
	readonly ExpressionAttributeValues?: Parameters<typeof readPlaceholders>[1];
	readonly ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
};

type ReadAction = {
	readonly kind: "Put" | "Update" | "Delete" | "ConditionCheck";
	readonly action: Action;
	/** The whole item for a put, else its key. */
	readonly given: Item;
	readonly condition: Condition | undefined;
	readonly update: Update | undefined;
};

/** Reads all actions first, then looks at their tables: a malformed action is refused before a missing table is. */
export function readTransactWrites(tables: Tables, items: readonly TransactWriteItem[]): readonly TransactWrite[] {
	return items.map(readAction).map((read) => prepare(tables, read));
}

function readAction({ Put, Update: update, Delete, ConditionCheck }: TransactWriteItem): ReadAction {
	const given = [Put, update, Delete, ConditionCheck].filter((action) => action !== undefined);
	if (given.length > 1) {
		throw validationError("TransactItems can only contain one of Check, Put, Update or Delete");
	}
	if (Put !== undefined) return readExpressions("Put", Put, readItem(Put.Item));
	if (update !== undefined) return readExpressions("Update", update, readItem(update.Key));
	if (Delete !== undefined) return readExpressions("Delete", Delete, readItem(Delete.Key));
	if (ConditionCheck !== undefined) {
		return readExpressions("ConditionCheck", ConditionCheck, readItem(ConditionCheck.Key));
	}
	throw validationError("Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
}

function readExpressions(kind: ReadAction["kind"], action: Action, given: Item): ReadAction {
	const placeholders = readPlaceholders(action.ExpressionAttributeNames, action.ExpressionAttributeValues);
	const update = readUpdate(action.UpdateExpression, placeholders);
	const condition = readCondition("ConditionExpression", action.ConditionExpression, placeholders);
	placeholders.checkAllUsed();
	return { kind, action, given, condition, update };
}

function prepare(tables: Tables, { kind, action, given, condition, update }: ReadAction): TransactWrite {
	const table = tables.get(action.TableName);
	// What can be told from the request alone refuses it; what depends on types cancels the transaction.
	checkKeyValues(table.key, given);
	if (kind === "Put") checkItemSize(given);
	const problem = cancelling(() => {
		if (kind === "Put") {
			checkItem(table, given);
		} else {
			if (!hasKeyOf(table, given)) throw keySchemaMismatch();
			checkKey(table.key, given);
		}
		if (update !== undefined) {
			checkUpdate(table, update);
			checkKeyPaths(table, updatedPaths(update));
		}
		if (condition !== undefined) checkKeyPaths(table, conditionPaths(condition));
	});
	return {
		tableName: action.TableName,
		table,
		key: hasKeyTypes(table, given) ? recordKey(table.key, given) : undefined,
		problem,
		writes: kind !== "ConditionCheck",
		apply(before) {
			if (problem !== undefined) throw problem;
			checkCondition(condition, before, action.ReturnValuesOnConditionCheckFailure);
			switch (kind) {
				case "Put":
					return given;
				case "Delete":
					return undefined;
				case "ConditionCheck":
					return before;
				case "Update": {
					const after = updatedItem(table, update, given, before);
					checkUpdatedSize(after);
					checkIndexKeys(table, after);
					return after;
				}
			}
		},
	};
}

/** An empty value for a key is refused with the request; any other ValidationException becomes a reason to cancel. */
export function cancelling(check: () => void): AwsError | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		if (!(error instanceof AwsError)) throw error;
		if (error.message.startsWith("One or more parameter values are not valid.")) throw error;
		return error;
	}
}

function hasKeyOf(table: Table, given: Item): boolean {
	return Object.keys(given).length === table.key.all.length && hasKeyTypes(table, given);
}

function hasKeyTypes(table: Table, given: Item): boolean {
	return table.key.all.every(({ name, type }) => {
		const value = given[name];
		return value !== undefined && typeOf(value) === type;
	});
}
