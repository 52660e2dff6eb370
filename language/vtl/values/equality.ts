import type { Budget } from "../evaluate/budget.ts";
import { stackOverflow } from "./javaException.ts";
import type { Cell, JavaMap, KeyIdentity, Value } from "./values.ts";

const depthMax = 200;

/** Java's equals: of the same class and the same content; an Integer never equals a Long. */
export function javaEquals(left: Value, right: Value, budget: Budget, depth = 0): boolean {
	if (left === right) return true;
	if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
	if (depth > depthMax) throw stackOverflow();
	budget.spend(1);
	switch (left.type) {
		case "Double":
		case "Float":
			return right.type === left.type && Object.is(left.value, right.value);
		case "Long":
		case "Short":
		case "Byte":
		case "Character":
			return right.type === left.type && left.value === right.value;
		case "BigDecimal":
			return right.type === "BigDecimal" && left.unscaled === right.unscaled && left.scale === right.scale;
		case "List": {
			if (right.type !== "List" || left.items.length !== right.items.length) return false;
			const { items } = right;
			budget.spend(items.length);
			return left.items.every((item, i) => javaEquals(item, items[i] ?? null, budget, depth + 1));
		}
		case "Map":
			return right.type === "Map" && equalMaps(left, right, budget, depth);
		case "Entry":
			return right.type === "Entry" && equalCells(left.cell, right.cell, budget, depth);
		case "View":
			if (right.type !== "View" || left.of !== right.of || left.of === "values") return false;
			return left.of === "keys" ? equalKeys(left.map, right.map) : equalMaps(left.map, right.map, budget, depth);
		case "Class":
			return right.type === "Class" && left.name === right.name;
		default:
			return false;
	}
}

/** What two keys have in common exactly when Java's equals holds between them. */
export function keyOf(key: Value, budget: Budget, depth = 0): KeyIdentity {
	if (typeof key === "string") return key.startsWith("\0") ? `\0String\0${key}` : key;
	if (typeof key !== "object" || key === null) return key;
	if (depth > depthMax) throw stackOverflow();
	budget.spend(1);
	switch (key.type) {
		case "Long":
		case "Short":
		case "Byte":
		case "Double":
		case "Float":
		case "Character":
			return `\0${key.type}\0${Object.is(key.value, -0) ? "-0" : key.value}`;
		case "BigDecimal":
			return `\0BigDecimal\0${key.unscaled}\0${key.scale}`;
		case "List":
			return join("List", key.items, budget, depth);
		case "Map":
			return join(
				"Map",
				[...key.cells.values()].flatMap((cell) => [cell.key, cell.value]),
				budget,
				depth,
			);
		case "Class":
			return `\0Class\0${key.name}`;
		default:
			// Such values are equal only to themselves.
			return key;
	}
}

function join(type: string, items: readonly Value[], budget: Budget, depth: number): string {
	let result = `\0${type}`;
	for (const item of items) {
		const key = keyOf(item, budget, depth + 1);
		const text = typeof key === "object" && key !== null ? "" : String(key);
		result += `\0${typeof key}:${text.length}:${text}`;
		budget.hold(result.length);
	}
	return result;
}

function equalMaps(left: JavaMap, right: JavaMap, budget: Budget, depth: number): boolean {
	if (left.cells.size !== right.cells.size) return false;
	for (const [identity, cell] of left.cells) {
		const other = right.cells.get(identity);
		if (other === undefined || !javaEquals(cell.value, other.value, budget, depth + 1)) return false;
	}
	return true;
}

function equalKeys(left: JavaMap, right: JavaMap): boolean {
	return left.cells.size === right.cells.size && [...left.cells.keys()].every((key) => right.cells.has(key));
}

function equalCells(left: Cell, right: Cell, budget: Budget, depth: number): boolean {
	return javaEquals(left.key, right.key, budget, depth + 1) && javaEquals(left.value, right.value, budget, depth + 1);
}
