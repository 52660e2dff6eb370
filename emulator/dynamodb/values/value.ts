/**
 * An attribute value, read and normal: numbers in one spelling, sets sorted and without duplicates, exactly one type.
 * It has AWS's own shape, so that an answer needs no conversion.
 */
export type Value =
	| { readonly S: string }
	| { readonly N: string }
	| { readonly B: Uint8Array }
	| { readonly SS: readonly string[] }
	| { readonly NS: readonly string[] }
	| { readonly BS: readonly Uint8Array[] }
	| { readonly M: Item }
	| { readonly L: readonly Value[] }
	| { readonly NULL: true }
	| { readonly BOOL: boolean };

/** Always made by `newItem`, so that a lookup finds attributes only, whatever they are called. */
export type Item = { readonly [name: string]: Value };
export type MutableItem = { [name: string]: Value };

export const valueTypes = ["S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL"] as const;
export type ValueType = (typeof valueTypes)[number];

export function typeOf(value: Value): ValueType {
	for (const type of valueTypes) {
		if (type in value) return type;
	}
	throw new Error("A value without a type was read as an attribute value.");
}

/** An empty item: `constructor`, `__proto__` and the like are attribute names as any other. */
export function newItem(): MutableItem {
	return new NoPrototype();
}

/** Objects of one constructor keep V8's fast form, which `Object.create(null)` would lose. */
const NoPrototype = function () {} as unknown as { new (): MutableItem; prototype: object }; // a constructor is what it is
NoPrototype.prototype = Object.create(null);
