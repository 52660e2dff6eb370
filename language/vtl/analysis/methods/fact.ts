/**
 * What a method is called with, what it gives, and what it does, in words. The evaluation has its own tables
 * (`vtl/methods/`); a test asserts that the two name the same methods.
 */
export type Fact = readonly [signature: string, returns: Returns, documentation: string];

/** A class, or what it is to the receiver: its item, its value, itself. */
export type Returns =
	| "nothing"
	| "Object"
	| "self"
	| "item"
	| "value"
	| "String"
	| "Boolean"
	| "Integer"
	| "Long"
	| "Short"
	| "Byte"
	| "Double"
	| "Float"
	| "Character"
	| "BigInteger"
	| "BigDecimal"
	| "Class"
	| "ScopeInfo"
	| "String[]"
	| "char[]"
	| "byte[]"
	| "item[]"
	| "List<item>"
	| "Set<String>"
	| "Set<value>"
	| "Set<entry>"
	| "Iterator<item>"
	| "ListIterator<item>"
	| "Stream<item>"
	| "Stream<String>"
	| "Stream<Integer>";
