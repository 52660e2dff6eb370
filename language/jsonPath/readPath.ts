import { javaClass } from "../vtl/methods/javaClass.ts";
import { classCast } from "../vtl/values/javaException.ts";
import type { Printing } from "../vtl/values/printing.ts";
import { toJavaString } from "../vtl/values/toJavaString.ts";
import { type Cell, type JavaMap, list, map, type Value } from "../vtl/values/values.ts";
import { accepts, type LookUp } from "./accepts.ts";
import { compilePath } from "./compilePath.ts";
import { invalidPath } from "./invalidPath.ts";
import { PathNotFound, pathNotFound } from "./pathNotFound.ts";
import { placesOf } from "./placesOf.ts";
import { type Filter, isDefinite, type Path, type PathToken } from "./tokens.ts";

/** What a JSONPath finds in a document; undefined when it leads nowhere. A path that may find many always gives a list. */
export function readPath(document: Value, source: string, printing: Printing): Value | undefined {
	try {
		return read(document, document, compilePath(source), printing, false);
	} catch (error) {
		if (error instanceof PathNotFound) return undefined;
		throw error;
	}
}

function read(from: Value, root: Value, path: Path, printing: Printing, strict: boolean): Value {
	const { tokens } = path;
	const results: Value[] = [];
	const lookUp: LookUp = {
		root,
		printing,
		read: (item, inner, all) => read(item, root, inner, printing, all),
	};
	evaluate(0, from);
	if (!tokens.every(isDefinite)) return list(results, "JSONArray");
	if (results.length === 0) throw pathNotFound;
	return results[0] ?? null;

	/** Whether everything before the token, and after it, names one place: then a missing property is an error. */
	function definiteAround(index: number): boolean {
		return tokens.slice(Math.max(index - 1, 0)).every(isDefinite);
	}

	function evaluate(index: number, model: Value): void {
		printing.budget.spend(1);
		const token = tokens[index];
		if (token === undefined) {
			results.push(model);
			return;
		}
		switch (token.kind) {
			case "properties":
				if (!isMap(model)) throw pathNotFound;
				properties(index, model, token.names);
				break;
			case "wildcard":
				wildcard(index, model);
				break;
			case "scan":
				scan(index + 1, model, 0);
				break;
			case "filter":
				filtered(index, model, token.filter);
				break;
			default:
				elements(index, token, model);
		}
	}

	function properties(index: number, model: JavaMap, names: readonly string[]): void {
		const leaf = index === tokens.length - 1;
		const [name = ""] = names;
		if (names.length === 1) {
			const cell = cellOf(model, name);
			if (cell !== undefined) {
				evaluate(index + 1, cell.value);
				return;
			}
			if (!leaf && !definiteAround(index) && !strict) return;
			throw pathNotFound;
		}
		if (!leaf) throw invalidPath("Multi properties can only be used as path leafs");
		const merged = map();
		for (const one of names) {
			const cell = cellOf(model, one);
			if (cell !== undefined) merged.cells.set(one, { key: one, value: cell.value });
			else if (strict) throw pathNotFound;
		}
		results.push(merged);
	}

	function wildcard(index: number, model: Value): void {
		if (isMap(model)) {
			for (const cell of model.cells.values()) properties(index, model, [toJavaString(cell.key, printing)]);
			return;
		}
		for (const item of itemsOf(model) ?? []) {
			try {
				evaluate(index + 1, item);
			} catch (error) {
				if (!(error instanceof PathNotFound) || strict) throw error;
			}
		}
	}

	function elements(index: number, token: PathToken, model: Value): void {
		if (model === null) throw pathNotFound;
		const items = itemsOf(model);
		if (items === undefined) {
			throw invalidPath(`Filter can only be applied to arrays. Current context is: ${toJavaString(model, printing)}`);
		}
		for (const place of placesOf(token, items.length)) {
			if (place < 0 || place >= items.length) throw pathNotFound;
			evaluate(index + 1, items[place] ?? null);
		}
	}

	function filtered(index: number, model: Value, filter: Filter): void {
		if (isMap(model)) {
			if (accepts(filter, model, lookUp)) evaluate(index + 1, model);
			return;
		}
		const items = itemsOf(model);
		if (items === undefined) throw invalidPath("Filter can not be applied to primitives.");
		for (const item of items) if (accepts(filter, item, lookUp)) evaluate(index + 1, item);
	}

	/** `..`: the token at the index is tried on everything below, outer things first. */
	function scan(index: number, model: Value, depth: number): void {
		if (depth > 1000) throw invalidPath("The document is nested too deeply for a scan.");
		const token = tokens[index];
		if (token === undefined) return;
		printing.budget.spend(1);
		if (isMap(model)) {
			if (fits(token, model)) evaluate(index, model);
			for (const { key, value } of model.cells.values()) {
				// A template may have put it there: Jayway takes every key for a text.
				if (typeof key !== "string") throw classCast(javaClass(key), "java.lang.String");
				scan(index, value, depth + 1);
			}
			return;
		}
		const items = itemsOf(model);
		if (items === undefined) return;
		if (fits(token, model)) {
			// The reference goes on behind the token with every item, whichever items the token names.
			if (index === tokens.length - 1) evaluate(index, model);
			else for (const item of items) evaluate(index + 1, item);
		}
		for (const item of items) scan(index, item, depth + 1);
	}

	function fits(token: PathToken, model: Value): boolean {
		switch (token.kind) {
			case "properties":
				return isMap(model) && token.names.every((name) => cellOf(model, name) !== undefined);
			case "wildcard":
				return true;
			case "filter":
				return accepts(token.filter, model, lookUp);
			case "scan":
				return false;
			default:
				return itemsOf(model) !== undefined;
		}
	}
}

function isMap(value: Value): value is JavaMap {
	return typeof value === "object" && value?.type === "Map";
}

function itemsOf(value: Value): readonly Value[] | undefined {
	return typeof value === "object" && value?.type === "List" ? value.items : undefined;
}

function cellOf(model: JavaMap, name: string): Cell | undefined {
	return model.cells.get(name);
}
