import type { Fact } from "./fact.ts";
import { objectFacts } from "./objectFacts.ts";

const sizeFacts: readonly Fact[] = [
	["size()", "Integer", "The number of items."],
	["isEmpty()", "Boolean", "Whether there are no items."],
	["contains(Object item)", "Boolean", "Whether the item is in it."],
];

/** java.util.List */
export const listFacts: readonly Fact[] = [
	...objectFacts,
	...sizeFacts,
	["get(int index)", "item", "The item at the index, counted from 0. An error where there is none."],
	["set(int index, Object item)", "item", "Puts the item in the place of another, which it gives."],
	["add(Object item)", "Boolean", "Adds the item at the end. Gives `true`."],
	["add(int index, Object item)", "nothing", "Inserts the item at the index."],
	["addAll(Collection items)", "Boolean", "Adds the items at the end."],
	["addAll(int index, Collection items)", "Boolean", "Inserts the items at the index."],
	["remove(int index)", "item", "Takes out the item at the index, and gives it."],
	["remove(Object item)", "Boolean", "Takes out the first such item; whether there was one."],
	["removeAll(Collection items)", "Boolean", "Takes out all of these; whether there were any."],
	["retainAll(Collection items)", "Boolean", "Takes out all but these; whether there were any."],
	["clear()", "nothing", "Takes out everything."],
	["containsAll(Collection items)", "Boolean", "Whether all of these are in it."],
	["indexOf(Object item)", "Integer", "Where the item first is, or -1."],
	["lastIndexOf(Object item)", "Integer", "Where the item last is, or -1."],
	["subList(int from, int to)", "List<item>", "A view of the items from `from` up to, but not including, `to`."],
	["iterator()", "Iterator<item>", "Goes over the items."],
	["listIterator()", "ListIterator<item>", "Goes over the items in both directions."],
	["stream()", "Stream<item>", "The items as a stream."],
	["toArray()", "item[]", "The items as an array."],
];

/** java.util.ArrayList */
export const arrayListFacts: readonly Fact[] = [
	...listFacts,
	["clone()", "self", "A copy of the list, with the same items."],
	["ensureCapacity(int capacity)", "nothing", "Changes nothing that a template can see."],
	["trimToSize()", "nothing", "Changes nothing that a template can see."],
];

/** net.minidev.json.JSONArray */
export const jsonArrayFacts: readonly Fact[] = [...arrayListFacts, ["toJSONString()", "String", "The list as JSON."]];

/** A Java array. */
export const arrayFacts: readonly Fact[] = [
	...objectFacts,
	...sizeFacts,
	["get(int index)", "item", "The item at the index, counted from 0. An error where there is none."],
	["set(int index, Object item)", "item", "Puts the item in the place of another, which it gives."],
	["indexOf(Object item)", "Integer", "Where the item first is, or -1."],
	["subList(int from, int to)", "List<item>", "The items from `from` up to, but not including, `to`."],
	["iterator()", "Iterator<item>", "Goes over the items."],
	["containsAll(Collection items)", "Boolean", "Whether all of these are in it."],
	["lastIndexOf(Object item)", "Integer", "Where the item last is, or -1."],
	["clear()", "nothing", "An error where there are items: an array keeps its length."],
	["removeAll(Collection items)", "Boolean", "An error where any of these is in it: an array keeps its length."],
	["retainAll(Collection items)", "Boolean", "An error where anything else is in it: an array keeps its length."],
];

/** What `keySet()`, `values()` and `entrySet()` give. */
export const viewFacts: readonly Fact[] = [
	...objectFacts,
	...sizeFacts,
	["containsAll(Collection items)", "Boolean", "Whether all of these are in it."],
	["iterator()", "Iterator<item>", "Goes over the items."],
	["stream()", "Stream<item>", "The items as a stream."],
	["toArray()", "item[]", "The items as an array."],
	["add(Object item)", "Boolean", "An error: a view of a map takes no items."],
	["remove(Object item)", "Boolean", "Takes it out of the map."],
	["removeAll(Collection items)", "Boolean", "Takes all of these out of the map."],
	["retainAll(Collection items)", "Boolean", "Takes all but these out of the map."],
	["clear()", "nothing", "Empties the map."],
];

/** java.util.Iterator */
export const iteratorFacts: readonly Fact[] = [
	...objectFacts,
	["hasNext()", "Boolean", "Whether another item comes."],
	["next()", "item", "The next item."],
	["remove()", "nothing", "Takes out the item that came last."],
];

/** java.util.ListIterator */
export const listIteratorFacts: readonly Fact[] = [
	...iteratorFacts,
	["hasPrevious()", "Boolean", "Whether an item came before."],
	["previous()", "item", "The item before."],
	["nextIndex()", "Integer", "The index of the next item."],
	["previousIndex()", "Integer", "The index of the item before."],
];

/** java.util.stream.Stream, as far as it goes without lambdas. */
export const streamFacts: readonly Fact[] = [
	...objectFacts,
	["count()", "Long", "The number of items."],
	["sum()", "Integer", "The sum of a stream of numbers."],
	["distinct()", "self", "Each item once."],
	["limit(long count)", "self", "The first items."],
	["skip(long count)", "self", "The items behind the first."],
	["boxed()", "self", "The numbers as objects."],
	["iterator()", "Iterator<item>", "Goes over the items."],
	["toList()", "List<item>", "The items as a list that cannot be changed."],
	["toArray()", "item[]", "The items as an array."],
];
