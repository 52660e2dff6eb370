import { validationError } from "../errors.ts";
import { valueAt } from "../expressions/documentPath.ts";
import type { DocumentPath } from "../expressions/syntax.ts";
import { type Item, newItem } from "../values/value.ts";

/** Refuses columns that would have one name in the answer. */
export function checkColumns(columns: readonly DocumentPath[] | undefined): void {
	const names = (columns ?? []).map(columnName);
	const twice = names.find((name, index) => names.indexOf(name) < index);
	if (twice !== undefined) throw validationError(`Duplicate identifiers in select clause: ${twice}`);
}

/** An item as SELECT shows it: each path's value under the path's last name, whatever it was inside of. */
export function selectColumns(item: Item, columns: readonly DocumentPath[] | undefined): Item {
	if (columns === undefined) return item;
	const row = newItem();
	for (const column of columns) {
		const value = valueAt(item, column);
		if (value !== undefined) row[columnName(column)] = value;
	}
	return row;
}

/** `m.k[1]` is shown as `k[1]`. */
function columnName(path: DocumentPath): string {
	const last = path.findLastIndex((element) => typeof element === "string");
	return path
		.slice(last)
		.map((element) => (typeof element === "number" ? `[${element}]` : element))
		.join("");
}
