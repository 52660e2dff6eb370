import { invalidParameters, parametersNotValid, validationError } from "../errors.ts";
import { applyUpdate, itemOf } from "../expressions/applyUpdate.ts";
import type { DocumentPath, Update, UpdateAction } from "../expressions/syntax.ts";
import type { Table } from "../tables/table.ts";
import { maxDepth, nestedTooDeep } from "../values/readValue.ts";
import { type Item, typeOf, type Value } from "../values/value.ts";
import { itemSize, valueSize } from "../values/valueSize.ts";
import { byName, indexTypeMismatch, maxItemBytes } from "./checkItem.ts";
import { checkKeySize, emptyKind } from "./checkKey.ts";

/** Checks an update against its table: no part of the key may change, and an index's key must keep its type. */
export function checkUpdate(table: Table, update: Update): void {
	for (const { name } of table.key.all) {
		if (update.actions.some(({ path }) => path[0] === name)) {
			throw invalidParameters(`Cannot update attribute ${name}. This attribute is part of the key`);
		}
	}
	for (const index of byName(table.indexes)) {
		for (const { name, type } of index.key.all) {
			const given = givenValue(update, name);
			if (given === undefined) continue;
			if (typeOf(given) !== type) throw indexTypeMismatch(index, name, type, given);
			refuseEmpty(given);
		}
	}
}

/** The item that an update makes of the one that is there; of none, it makes one with the key and what it sets. */
export function updatedItem(table: Table, update: Update | undefined, key: Item, before: Item | undefined): Item {
	const start = before ?? itemOf(key);
	if (update === undefined) return start;
	const after = applyUpdate(update, start);
	for (const [name] of update.actions.map(({ path }) => path)) {
		const value = after[String(name)];
		if (value !== undefined) checkDepth(value, 0);
	}
	for (const index of table.indexes) {
		for (const { name, type } of index.key.all) {
			const value = after[name];
			if (value === undefined) continue;
			if (typeOf(value) !== type) {
				throw validationError("The update expression attempted to update the secondary index key to unsupported type");
			}
			refuseEmpty(value);
		}
		checkKeySize(index.key, after);
	}
	return after;
}

/** The limit on what an update leaves behind. */
export function checkUpdatedSize(after: Item): void {
	if (itemSize(after) > maxItemBytes) throw updateTooLarge();
}

/**
 * UpdateItem alone measures also what it writes: the attributes it names, and a cost for each action; what it leaves alone
 * is not counted (nubo-db/dynamodb-conformance, captured 2026-08-19).
 */
export function checkWrittenSize(update: Update | undefined, after: Item): void {
	if (update === undefined) return;
	let size = 3;
	const names = new Set(update.actions.map(({ path }) => String(path[0])));
	for (const name of names) {
		const value = after[name];
		if (value !== undefined) size += Buffer.byteLength(name) + valueSize(value);
	}
	for (const action of update.actions) size += actionCost(action);
	if (size > maxItemBytes) throw updateTooLarge();
}

export const updatedPaths = (update: Update): readonly DocumentPath[] => update.actions.map(({ path }) => path);

const updateTooLarge = () => validationError("Item size to update has exceeded the maximum allowed size");

function actionCost({ section, path }: UpdateAction): number {
	if (section === "REMOVE" || section === "DELETE") return 2;
	return typeof path.at(-1) === "number" ? 20 : 19;
}

/** The value that an update gives an attribute whatever the item holds. */
function givenValue(update: Update, name: string): Value | undefined {
	const action: UpdateAction | undefined = update.actions.find(({ path }) => path.length === 1 && path[0] === name);
	if (action?.section === "ADD") return action.value;
	return action?.section === "SET" && action.value.kind === "value" ? action.value.value : undefined;
}

function refuseEmpty(value: Value): void {
	const empty = emptyKind(value);
	if (empty === undefined) return;
	throw parametersNotValid(
		`The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty ${empty} value.`,
	);
}

function checkDepth(value: Value, depth: number): void {
	if (depth >= maxDepth) throw nestedTooDeep();
	if ("L" in value) for (const element of value.L) checkDepth(element, depth + 1);
	if ("M" in value) for (const entry of Object.values(value.M)) checkDepth(entry, depth + 1);
}
