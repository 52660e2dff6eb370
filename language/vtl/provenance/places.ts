import type { JavaList, JavaMap, Value } from "../values/values.ts";
import { below, type Origin } from "./origin.ts";

/** Where maps, lists and what is in them came from. Values of the inputs are known by their identity. */
export type Places = {
	/** Everything in the value, by its place. `whole`: all of it came from the one place; `gathered`: what is new in it. */
	locate(value: Value, pointer: string | undefined, how?: "whole" | "gathered"): void;
	/** Of a map, list, entry or view; undefined for a text or number, which do not carry it. */
	of(value: Value): string | undefined;
	/** Of what stands in a map or list under a key. */
	member(holder: Value, key: Value, value: Value): Origin;
	write(holder: Value, key: Value, origin: Origin): void;
	added(holder: Value, parameters: readonly Value[], origin: Origin): void;
	/** A method was called that may have moved what is inside. */
	changed(holder: Value, method: string): void;
	/** A view, a part or a copy of something, which came from the same place. */
	derive(value: Value, holder: Value, origin: string | undefined): void;
	/** The keys that a #foreach goes through. */
	keysOf(listed: Value): readonly Value[];
};

export function createPlaces(): Places {
	const pointers = new WeakMap<object, string>();
	/** What is inside came from the same place as the whole. */
	const opaque = new WeakSet();
	const written = new WeakMap<object, Map<Value, Origin>>();

	const of = (value: Value) => (typeof value === "object" && value !== null ? pointers.get(value) : undefined);

	function locate(value: Value, pointer: string | undefined, how?: "whole" | "gathered"): void {
		if (pointer === undefined) return;
		// Not by calling itself: a document may be nested as deep as it likes.
		const waiting: [Value, string][] = [[value, pointer]];
		for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
			const [one, here] = next;
			if (typeof one !== "object" || one === null || pointers.has(one)) continue;
			if (one.type !== "Map" && one.type !== "List") continue;
			pointers.set(one, here);
			if (how !== undefined) opaque.add(one);
			for (const [key, item] of contents(one)) {
				if (typeof item === "object") waiting.push([item, how === undefined ? below(here, key) : here]);
			}
		}
	}

	function member(holder: Value, key: Value, value: Value): Origin {
		const own = of(value);
		if (own !== undefined) return own;
		if (typeof holder !== "object" || holder === null) return undefined;
		const put = written.get(holder);
		if (put?.has(key)) return put.get(key);
		const pointer = pointers.get(holder);
		if (holder.type === "View") {
			const origin = member(holder.map, key, holder.of === "values" ? value : null);
			if (typeof value === "object" && value?.type === "Entry" && typeof origin === "string")
				pointers.set(value, origin);
			return origin;
		}
		if (pointer === undefined || opaque.has(holder)) return pointer;
		return holds(holder, key) ? below(pointer, key) : pointer;
	}

	function write(holder: Value, key: Value, origin: Origin): void {
		if (typeof holder !== "object" || holder === null) return;
		const known = written.get(holder) ?? new Map<Value, Origin>();
		known.set(key, origin);
		written.set(holder, known);
	}

	return {
		locate,
		of,
		member,
		write,
		added: (holder, parameters, origin) => {
			if (typeof holder !== "object" || holder?.type !== "List") return;
			if (parameters.length === 1) write(holder, holder.items.length - 1, origin);
			else forget(holder);
		},
		changed: (holder, method) => {
			if (moving.has(method) && typeof holder === "object" && holder !== null) forget(holder);
		},
		derive: (value, holder, origin) => {
			if (typeof value !== "object" || value === null || pointers.has(value) || origin === undefined) return;
			pointers.set(value, origin);
			if (value.type !== "View" || opaque.has(value.map)) opaque.add(value);
			const same = typeof holder === "object" && holder !== null && value.type === holder.type;
			const put = same ? written.get(holder) : undefined;
			if (put !== undefined) written.set(value, put);
		},
		keysOf: (listed) => {
			if (typeof listed !== "object" || listed === null) return [];
			switch (listed.type) {
				case "List":
				case "Array":
					return listed.items.map((_, i) => i);
				case "Map":
					return [...listed.cells.values()].map((it) => it.key);
				case "View":
					return [...listed.map.cells.values()].map((it) => it.key);
				default:
					return [];
			}
		},
	};

	function forget(holder: object): void {
		written.delete(holder);
		pointers.delete(holder);
	}
}

/** Methods behind which a list's items stand elsewhere, or a map's values came from nobody knows where. */
const moving = new Set(["addAll", "remove", "removeAll", "retainAll", "clear", "putAll", "putIfAbsent", "replace"]);

function contents(holder: JavaMap | JavaList): readonly (readonly [Value, Value])[] {
	if (holder.type === "List") return holder.items.map((item, i) => [i, item]);
	return [...holder.cells.values()].map(({ key, value }) => [key, value]);
}

function holds(holder: Exclude<Value, null | string | number | boolean | bigint>, key: Value): boolean {
	if (holder.type === "List") return typeof key === "number" && key in holder.items;
	return holder.type === "Map" && typeof key === "string" && holder.cells.has(key);
}
