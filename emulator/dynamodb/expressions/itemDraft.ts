import { validationError } from "../errors.ts";
import { type Item, type MutableItem, newItem, type Value } from "../values/value.ts";
import type { DocumentPath } from "./syntax.ts";

/** A copy of an item in the making: documents are copied when first changed, the rest is shared with the item it came from. */
export type ItemDraft = {
	set(path: DocumentPath, value: Value): void;
	remove(path: DocumentPath): void;
	finish(): Item;
};

export function draftOf(item: Item): ItemDraft {
	const root = Object.assign(newItem(), item);
	const copies = new Map<object, object>();
	const lists: ListDraft[] = [];

	/** The container that a path ends in, copied with all around it. */
	function parent(path: DocumentPath): Container {
		let container: Container = { kind: "map", entries: root };
		for (const element of path.slice(0, -1)) {
			const child: Value | undefined = read(container, element);
			if (child === undefined) throw invalidPath();
			container = open(container, element, child);
		}
		return container;
	}

	function open(container: Container, element: string | number, child: Value): Container {
		if ("M" in child) {
			const entries = mapCopy(child.M);
			write(container, element, { M: entries });
			return { kind: "map", entries };
		}
		if (!("L" in child)) throw invalidPath();
		const list = listCopy(child.L);
		write(container, element, { L: list.elements });
		return { kind: "list", list };
	}

	function mapCopy(map: Item): MutableItem {
		const known = copies.get(map);
		if (known !== undefined) return known as MutableItem; // put in below, for a map
		const entries = Object.assign(newItem(), map);
		copies.set(map, entries);
		copies.set(entries, entries);
		return entries;
	}

	function listCopy(elements: readonly Value[]): ListDraft {
		const known = lists.find((list) => list.original === elements || list.elements === elements);
		if (known !== undefined) return known;
		const list: ListDraft = { original: elements, elements: [...elements], appended: new Map(), removed: new Set() };
		lists.push(list);
		return list;
	}

	return {
		set(path, value) {
			const container = parent(path);
			const last = path.at(-1);
			if (container.kind === "map" && typeof last === "string") container.entries[last] = value;
			else if (container.kind === "list" && typeof last === "number") setElement(container.list, last, value);
			else throw invalidPath();
		},
		remove(path) {
			const container = parent(path);
			const last = path.at(-1);
			if (container.kind === "map" && typeof last === "string") delete container.entries[last];
			else if (container.kind === "list" && typeof last === "number") container.list.removed.add(last);
			else throw invalidPath();
		},
		finish() {
			for (const list of lists) settle(list);
			return root;
		},
	};
}

type Container =
	| { readonly kind: "map"; readonly entries: MutableItem }
	| { readonly kind: "list"; readonly list: ListDraft };

/** Elements are counted as they were: what is removed stays in its place, and what is appended waits, until the end. */
type ListDraft = {
	readonly original: readonly Value[];
	readonly elements: Value[];
	readonly appended: Map<number, Value>;
	readonly removed: Set<number>;
};

function read(container: Container, element: string | number): Value | undefined {
	if (container.kind === "map") return typeof element === "string" ? container.entries[element] : undefined;
	return typeof element === "number" ? container.list.elements[element] : undefined;
}

function write(container: Container, element: string | number, value: Value): void {
	if (container.kind === "map" && typeof element === "string") container.entries[element] = value;
	if (container.kind === "list" && typeof element === "number") container.list.elements[element] = value;
}

/** An index beyond the end appends, wherever it points. */
function setElement(list: ListDraft, index: number, value: Value): void {
	if (index < list.elements.length) list.elements[index] = value;
	else list.appended.set(index, value);
}

function settle({ elements, appended, removed }: ListDraft): void {
	for (const index of [...removed].toSorted((a, b) => b - a)) {
		if (index < elements.length) elements.splice(index, 1);
	}
	for (const [, value] of [...appended].toSorted(([a], [b]) => a - b)) elements.push(value);
}

const invalidPath = () => validationError("The document path provided in the update expression is invalid for update");
