import type { Budget } from "../evaluate/budget.ts";
import { keyOf } from "../values/equality.ts";
import type { JavaMap, Value } from "../values/values.ts";
import type { Host } from "./methodTable.ts";

/** Map.put: the value that the key had before, or null. */
export function putIn(target: JavaMap, key: Value, value: Value, host: Host): Value {
	const identity = keyOf(key, host.budget);
	const cell = target.cells.get(identity);
	if (cell !== undefined) {
		const old = cell.value;
		cell.value = value;
		return old;
	}
	host.budget.spend(1);
	target.cells.set(identity, { key, value });
	target.changes++;
	return null;
}

/** Map.remove: the value that the key had, or null. */
export function removeFrom(target: JavaMap, key: Value, budget: Budget): Value {
	const identity = keyOf(key, budget);
	const cell = target.cells.get(identity);
	if (cell === undefined) return null;
	target.cells.delete(identity);
	target.changes++;
	return cell.value;
}

export function clearCells(target: JavaMap): undefined {
	target.cells.clear();
	target.changes++;
	return undefined;
}
