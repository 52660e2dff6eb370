import type { Fact } from "./fact.ts";
import { objectFacts } from "./objectFacts.ts";

const storageFacts: readonly Fact[] = [
	...objectFacts,
	["size()", "Integer", "The number of keys."],
	["isEmpty()", "Boolean", "Whether there are no keys."],
	["containsKey(Object key)", "Boolean", "Whether there is such a key."],
	["containsValue(Object value)", "Boolean", "Whether the value stands under any key."],
	["get(Object key)", "value", "What stands under the key; nothing where there is no such key."],
	["put(Object key, Object value)", "value", "Puts the value under the key. Gives what was there before."],
	["putAll(Map other)", "nothing", "Puts in everything of the other map."],
	["remove(Object key)", "value", "Takes out the key. Gives what was there."],
	["clear()", "nothing", "Takes out everything."],
	["keySet()", "Set<String>", "The keys, to go over with `#foreach`."],
	["values()", "Set<value>", "The values."],
	["entrySet()", "Set<entry>", "The keys with their values: `$entry.key` and `$entry.value`."],
];

/** java.util.LinkedHashMap */
export const mapFacts: readonly Fact[] = [
	...storageFacts,
	["getOrDefault(Object key, Object otherwise)", "value", "What stands under the key, or the second argument."],
	["putIfAbsent(Object key, Object value)", "value", "Puts the value under the key unless there is one."],
	["replace(Object key, Object value)", "value", "Puts the value under the key only if there is one."],
	["remove(Object key, Object value)", "Boolean", "Takes out the key only if this value stands under it."],
	["clone()", "self", "A copy of the map, with the same values."],
];

/** java.util.Map.Entry */
export const entryFacts: readonly Fact[] = [
	...objectFacts,
	["getKey()", "String", "The key."],
	["getValue()", "value", "The value."],
	["setValue(Object value)", "value", "Puts another value under the key. Gives the one before."],
];

/** `$foreach` */
export const scopeFacts: readonly Fact[] = [
	...storageFacts,
	["getIndex()", "Integer", "The number of the round, counted from 0."],
	["getCount()", "Integer", "The number of the round, counted from 1."],
	["hasNext()", "Boolean", "Whether another round comes."],
	["getHasNext()", "Boolean", "Whether another round comes: `#if($foreach.hasNext),#end`."],
	["isFirst()", "Boolean", "Whether this is the first round."],
	["getFirst()", "Boolean", "Whether this is the first round."],
	["isLast()", "Boolean", "Whether this is the last round."],
	["getLast()", "Boolean", "Whether this is the last round."],
	["getParent()", "self", "The `$foreach` of the loop around this one."],
	["getTopmost()", "self", "The `$foreach` of the outermost loop."],
	["getReplaced()", "Object", "What `$foreach` was before the loop."],
	["getInfo()", "ScopeInfo", "Where the loop stands in the template."],
];

/** `$foreach.info` */
export const scopeInfoFacts: readonly Fact[] = [
	...objectFacts,
	["getName()", "String", "`foreach`."],
	["getType()", "String", "`block`."],
	["getDepth()", "Integer", "How many loops stand around it, with itself."],
	["getLine()", "Integer", "The line of the loop."],
	["getColumn()", "Integer", "The column of the loop."],
];
