import { validationError } from "../errors.ts";
import type { DocumentPath } from "../expressions/syntax.ts";
import type { Table } from "../tables/table.ts";

/** Key attributes are scalars: no path may lead into one. */
export function checkKeyPaths(table: Table, paths: readonly DocumentPath[]): void {
	const nested = new Set(paths.filter(({ length }) => length > 1).map(([name]) => name));
	if (nested.size === 0) return;
	refuse(table.key.all, nested, "Key");
	for (const index of table.indexes) refuse(index.key.all, nested, "IndexKey");
}

function refuse(
	attributes: readonly { readonly name: string }[],
	nested: ReadonlySet<string | number | undefined>,
	kind: string,
): void {
	const wrong = attributes.find(({ name }) => nested.has(name));
	if (wrong === undefined) return;
	throw validationError(
		`Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ${kind}: ${wrong.name}`,
	);
}
