import type { AwsError } from "../../aws/awsError.ts";
import { validationError } from "../errors.ts";
import { compareStrings } from "../values/compareValues.ts";
import { add, compareNumbers, formatDecimal, negate, parseNumber } from "../values/decimal.ts";
import { type Item, newItem, type Value } from "../values/value.ts";
import { valueAt } from "./documentPath.ts";
import { draftOf, type ItemDraft } from "./itemDraft.ts";
import type { Operand, SetValue, Update, UpdateAction } from "./syntax.ts";

/** The item after an update. Every operand is read from the item as it was; the old item is left alone. */
export function applyUpdate(update: Update, item: Item): Item {
	const mismatch = update.legacy ? legacyMismatch : incorrectType;
	const values = update.actions.map((action) => newValue(action, item, mismatch));
	const draft = draftOf(item);
	for (const [index, action] of update.actions.entries()) applyAction(draft, action, values[index]);
	return draft.finish();
}

/** What an action puts at its path; undefined when it takes away what is there. */
function newValue(action: UpdateAction, item: Item, mismatch: () => AwsError): Value | undefined {
	switch (action.section) {
		case "SET":
			return setValue(action.value, item);
		case "REMOVE":
			return undefined;
		case "ADD":
			return added(valueAt(item, action.path), action.value, mismatch);
		case "DELETE":
			return withoutMembers(valueAt(item, action.path), action.value, mismatch);
	}
}

function applyAction(draft: ItemDraft, action: UpdateAction, value: Value | undefined): void {
	if (value !== undefined) draft.set(action.path, value);
	else draft.remove(action.path);
}

function setValue(value: SetValue, item: Item): Value {
	if (value.kind !== "arithmetic") return operandValue(value, item);
	const left = setValue(value.left, item);
	const right = operandValue(value.right, item);
	if (!("N" in left) || !("N" in right)) throw incorrectType();
	const second = parseNumber(right.N);
	return { N: formatDecimal(add(parseNumber(left.N), value.operator === "+" ? second : negate(second))) };
}

function operandValue(operand: Operand | undefined, item: Item): Value {
	if (operand === undefined) throw new Error("The number of a function's operands is checked before it runs.");
	switch (operand.kind) {
		case "value":
			return operand.value;
		case "path": {
			const value = valueAt(item, operand.path);
			if (value === undefined) {
				throw validationError("The provided expression refers to an attribute that does not exist in the item");
			}
			return value;
		}
		case "call": {
			const [first, second] = operand.args;
			if (operand.name === "if_not_exists") {
				// The other operand is read even when it is not needed, and must be there.
				const other = operandValue(second, item);
				return (first?.kind === "path" ? valueAt(item, first.path) : undefined) ?? other;
			}
			const head = operandValue(first, item);
			const tail = operandValue(second, item);
			if (!("L" in head) || !("L" in tail)) throw incorrectType();
			return { L: [...head.L, ...tail.L] };
		}
	}
}

function added(present: Value | undefined, value: Value, mismatch: () => AwsError): Value {
	if (present === undefined) return value;
	if ("N" in present && "N" in value) {
		return { N: formatDecimal(add(parseNumber(present.N), parseNumber(value.N))) };
	}
	if ("SS" in present && "SS" in value) {
		return { SS: [...new Set([...present.SS, ...value.SS])].toSorted(compareStrings) };
	}
	if ("NS" in present && "NS" in value) {
		return { NS: [...new Set([...present.NS, ...value.NS])].toSorted(compareNumbers) };
	}
	if ("BS" in present && "BS" in value) {
		const members = new Map([...present.BS, ...value.BS].map((member) => [memberText(member), member]));
		return { BS: [...members.values()].toSorted(Buffer.compare) };
	}
	// Only the older interface lets ADD have a list.
	if ("L" in present && "L" in value) return { L: [...present.L, ...value.L] };
	throw mismatch();
}

/** A set without some of its members; when none is left, the attribute goes. */
function withoutMembers(present: Value | undefined, value: Value, mismatch: () => AwsError): Value | undefined {
	if (present === undefined) return undefined;
	if ("SS" in present && "SS" in value) {
		const SS = present.SS.filter((member) => !value.SS.includes(member));
		return SS.length === 0 ? undefined : { SS };
	}
	if ("NS" in present && "NS" in value) {
		const NS = present.NS.filter((member) => !value.NS.includes(member));
		return NS.length === 0 ? undefined : { NS };
	}
	if ("BS" in present && "BS" in value) {
		const gone = new Set(value.BS.map(memberText));
		const BS = present.BS.filter((member) => !gone.has(memberText(member)));
		return BS.length === 0 ? undefined : { BS };
	}
	throw mismatch();
}

const memberText = (member: Uint8Array) => Buffer.from(member).toString("base64");

const legacyMismatch = () => validationError("Type mismatch for attribute to update");

const incorrectType = () => validationError("An operand in the update expression has an incorrect data type");

/** An item that holds its key and nothing else, from which an update of a missing item starts. */
export function itemOf(key: Item): Item {
	return Object.assign(newItem(), key);
}
