import { keyOf } from "../values/equality.ts";
import type { Scope, ScopeInfo, Value } from "../values/values.ts";
import { findMethod } from "./findMethod.ts";
import { putIn } from "./mapCells.ts";
import { mapMethods } from "./mapMethods.ts";
import { type Host, invoke, methodTable } from "./methodTable.ts";
import { objectMethods } from "./objectMethods.ts";
import { type Parameters, valueAt } from "./parameters.ts";

/** `$foreach`: where the loop stands, and a map for the template's own use. */
export const scopeMethods = methodTable<Scope>(
	{
		"getIndex()": (self) => self.index,
		"getCount()": (self) => self.index + 1,
		"hasNext()": (self) => self.hasNext,
		"getHasNext()": (self) => self.hasNext,
		"isFirst()": (self) => self.index < 1,
		"getFirst()": (self) => self.index < 1,
		"isLast()": (self) => !self.hasNext,
		"getLast()": (self) => !self.hasNext,
		"getParent()": (self) => self.parent ?? null,
		"getTopmost()": (self) => topmost(self),
		"getReplaced()": (self) => replaced(self),
		"getInfo()": (self) => ({ type: "ScopeInfo", scope: self }),
		"get(Object)": (self, p, host) => lookUp(self, valueAt(p, 0), host),
		"put(Object,Object)": (self, p, host) => putIn(self.storage, valueAt(p, 0), valueAt(p, 1), host),
		...storageMethods(["size()", "isEmpty()", "keySet()", "values()", "entrySet()", "clear()"]),
		...storageMethods(["containsKey(Object)", "containsValue(Object)", "remove(Object)", "putAll(Map)"]),
	},
	objectMethods,
);

export const scopeInfoMethods = methodTable<ScopeInfo>(
	{
		"getName()": () => "foreach",
		"getType()": () => "block",
		"getDepth()": (self) => depth(self.scope),
		"getLine()": (self) => self.scope.place().line,
		"getColumn()": (self) => self.scope.place().column,
	},
	objectMethods,
);

/** A key that the scope lacks is looked for in the loop around it. */
export function lookUp(self: Scope, key: Value, host: Host): Value {
	const cell = self.storage.cells.get(keyOf(key, host.budget));
	if (cell !== undefined) return cell.value;
	return self.parent === undefined ? null : lookUp(self.parent, key, host);
}

function storageMethods(signatures: readonly string[]) {
	type Call = (self: Scope, p: Parameters, host: Host) => Value | undefined;
	const methods: Record<string, Call> = {};
	for (const signature of signatures) {
		const name = signature.slice(0, signature.indexOf("("));
		methods[signature] = (self, p, host) => {
			const method = findMethod(mapMethods, name, p);
			return method === undefined ? null : invoke(method, self.storage, p, host);
		};
	}
	return methods;
}

function topmost(self: Scope): Scope {
	let scope = self;
	while (scope.parent !== undefined) scope = scope.parent;
	return scope;
}

function replaced(self: Scope): Value {
	return self.replaced === null && self.parent !== undefined ? replaced(self.parent) : self.replaced;
}

function depth(self: Scope): number {
	return self.parent === undefined ? 1 : depth(self.parent) + 1;
}
