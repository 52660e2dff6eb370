import { javaEquals } from "../equality.ts";
import { classCast, illegalArgument, nullPointer, stringIndexOutOfBounds } from "../javaException.ts";
import { matchesWhole, replaceMatches, splitByPattern } from "../regex/replaceMatches.ts";
import { toJavaString } from "../toJavaString.ts";
import { array, character, type Value } from "../values.ts";
import { formatJava } from "./formatJava.ts";
import { hashCode } from "./hashCode.ts";
import { javaClass } from "./javaClass.ts";
import { type Host, methodTable } from "./methodTable.ts";
import { comparableMethods } from "./objectMethods.ts";
import { intAt, itemsAt, type Parameters, restAt, textAt, valueAt } from "./parameters.ts";
import { utf8Bytes } from "./utf8.ts";
import { isWhitespace } from "./whitespace.ts";

/** java.lang.String */
export const stringMethods = methodTable<string>(
	{
		"length()": (self) => self.length,
		"isEmpty()": (self) => self.length === 0,
		"isBlank()": (self) => strip(self, true, true).length === 0,
		"charAt(int)": (self, p) => character(self[within(intAt(p, 0), self)] ?? ""),
		"codePointAt(int)": (self, p) => self.codePointAt(within(intAt(p, 0), self)) ?? 0,
		"substring(int)": (self, p) => substring(self, intAt(p, 0), self.length),
		"substring(int,int)": (self, p) => substring(self, intAt(p, 0), intAt(p, 1)),
		"subSequence(int,int)": (self, p) => substring(self, intAt(p, 0), intAt(p, 1)),
		"indexOf(String)": (self, p) => self.indexOf(notNull(p, 0)),
		"indexOf(String,int)": (self, p) => self.indexOf(notNull(p, 0), intAt(p, 1)),
		"indexOf(int)": (self, p) => self.indexOf(codePoint(p, 0)),
		"indexOf(int,int)": (self, p) => self.indexOf(codePoint(p, 0), intAt(p, 1)),
		"lastIndexOf(String)": (self, p) => self.lastIndexOf(notNull(p, 0)),
		"lastIndexOf(String,int)": (self, p) => (intAt(p, 1) < 0 ? -1 : self.lastIndexOf(notNull(p, 0), intAt(p, 1))),
		"lastIndexOf(int)": (self, p) => self.lastIndexOf(codePoint(p, 0)),
		"lastIndexOf(int,int)": (self, p) => (intAt(p, 1) < 0 ? -1 : self.lastIndexOf(codePoint(p, 0), intAt(p, 1))),
		"contains(CharSequence)": (self, p) => self.includes(notNull(p, 0)),
		"startsWith(String)": (self, p) => self.startsWith(notNull(p, 0)),
		"startsWith(String,int)": (self, p) => intAt(p, 1) >= 0 && self.slice(intAt(p, 1)).startsWith(notNull(p, 0)),
		"endsWith(String)": (self, p) => self.endsWith(notNull(p, 0)),
		"equals(Object)": (self, p, { budget }) => javaEquals(self, valueAt(p, 0), budget),
		"equalsIgnoreCase(String)": (self, p) => {
			const other = valueAt(p, 0);
			return typeof other === "string" && foldCase(self) === foldCase(other);
		},
		"contentEquals(CharSequence)": (self, p) => self === notNull(p, 0),
		"compareTo(String)": (self, p) => compare(self, notNull(p, 0)),
		"compareToIgnoreCase(String)": (self, p) => compare(foldCase(self), foldCase(notNull(p, 0))),
		"concat(String)": (self, p, host) => held(self + notNull(p, 0), host),
		"toUpperCase()": (self) => self.toUpperCase(),
		"toLowerCase()": (self) => self.toLowerCase(),
		"trim()": (self) => trim(self),
		"strip()": (self) => strip(self, true, true),
		"stripLeading()": (self) => strip(self, true, false),
		"stripTrailing()": (self) => strip(self, false, true),
		"replace(CharSequence,CharSequence)": (self, p, host) => replace(self, notNull(p, 0), notNull(p, 1), host),
		"replace(char,char)": (self, p, host) => replace(self, charAt(p, 0), charAt(p, 1), host),
		"replaceAll(String,String)": (self, p, { budget }) =>
			replaceMatches(self, notNull(p, 0), notNull(p, 1), false, budget),
		"replaceFirst(String,String)": (self, p, { budget }) =>
			replaceMatches(self, notNull(p, 0), notNull(p, 1), true, budget),
		"matches(String)": (self, p, { budget }) => matchesWhole(self, notNull(p, 0), budget),
		"split(String)": (self, p, { budget }) => array("String", splitByPattern(self, notNull(p, 0), 0, budget)),
		"split(String,int)": (self, p, { budget }) =>
			array("String", splitByPattern(self, notNull(p, 0), intAt(p, 1), budget)),
		"repeat(int)": (self, p, host) => repeat(self, intAt(p, 0), host),
		"intern()": (self) => self,
		"toCharArray()": (self, _, { budget }) => {
			budget.spend(self.length);
			return array(
				"char",
				self.split("").map((c) => character(c)),
			);
		},
		"getBytes()": (self, _, { budget }) => bytes(self, budget.spend),
		"getBytes(String)": (self, _, { budget }) => bytes(self, budget.spend),
		"lines()": (self) => {
			const lines = self.split(/\r\n|\r|\n/);
			if (lines.at(-1) === "") lines.pop();
			return { type: "Stream", of: "Object", items: lines };
		},
		"chars()": (self, _, { budget }) => {
			budget.spend(self.length);
			return { type: "Stream", of: "int", items: Array.from({ length: self.length }, (__, i) => self.charCodeAt(i)) };
		},
		"regionMatches(int,String,int,int)": (self, p) =>
			region(self, false, intAt(p, 0), notNull(p, 1), intAt(p, 2), intAt(p, 3)),
		"regionMatches(boolean,int,String,int,int)": (self, p) =>
			region(self, valueAt(p, 0) === true, intAt(p, 1), notNull(p, 2), intAt(p, 3), intAt(p, 4)),
		"codePointCount(int,int)": (self, p) => codePoints(self.slice(intAt(p, 0), intAt(p, 1))),
		"hashCode()": (self, _, { budget }) => hashCode(self, budget),
		"toString()": (self) => self,
		// Static methods, which a template reaches through any string.
		"format(String,Object...)": (_, p, host) => formatJava(notNull(p, 0), restAt(p, 1), host),
		"formatted(Object...)": (self, p, host) => formatJava(self, restAt(p, 0), host),
		"join(CharSequence,CharSequence...)": (_, p, host) => join(notNull(p, 0), restAt(p, 1), host),
		"join(CharSequence,Collection)": (_, p, host) => join(notNull(p, 0), itemsAt(p, 1).map(sequence), host),
		"valueOf(Object)": (_, p, host) => toJavaString(valueAt(p, 0), host),
		"valueOf(char[])": (_, p, host) => fromCharacters(valueAt(p, 0), host),
		"copyValueOf(char[])": (_, p, host) => fromCharacters(valueAt(p, 0), host),
	},
	comparableMethods,
);

function notNull(p: Parameters, index: number): string {
	if (valueAt(p, index) === null) throw nullPointer();
	return textAt(p, index);
}

function charAt(p: Parameters, index: number): string {
	const value = valueAt(p, index);
	return typeof value === "object" && value?.type === "Character" ? value.value : "";
}

function codePoint(p: Parameters, index: number): string {
	const code = intAt(p, index);
	// No string holds a code that is no code point.
	return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\u{10ffff}\u{10ffff}";
}

function within(index: number, text: string): number {
	if (index >= 0 && index < text.length) return index;
	throw stringIndexOutOfBounds(`index ${index}, length ${text.length}`);
}

function substring(text: string, start: number, end: number): string {
	if (start < 0 || end > text.length || start > end) {
		throw stringIndexOutOfBounds(`begin ${start}, end ${end}, length ${text.length}`);
	}
	return text.slice(start, end);
}

function compare(left: string, right: string): number {
	const length = Math.min(left.length, right.length);
	for (let i = 0; i < length; i++) {
		const difference = left.charCodeAt(i) - right.charCodeAt(i);
		if (difference !== 0) return difference;
	}
	return left.length - right.length;
}

function foldCase(text: string): string {
	return text.toUpperCase().toLowerCase();
}

/** Java's trim takes everything up to the blank, control characters included. */
function trim(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && text.charCodeAt(start) <= 32) start++;
	while (end > start && text.charCodeAt(end - 1) <= 32) end--;
	return text.slice(start, end);
}

function strip(text: string, leading: boolean, trailing: boolean): string {
	let start = 0;
	let end = text.length;
	if (leading) while (start < end && isWhitespace(text.charCodeAt(start))) start++;
	if (trailing) while (end > start && isWhitespace(text.charCodeAt(end - 1))) end--;
	return text.slice(start, end);
}

function held(text: string, host: Host): string {
	host.budget.hold(text.length);
	return text;
}

function replace(text: string, from: string, to: string, host: Host): string {
	host.budget.spend(text.length >> 4);
	if (from === "") {
		host.budget.hold(text.length + (text.length + 1) * to.length);
		return text.split("").reduce((result, c) => result + c + to, to);
	}
	const count = to.length > from.length ? text.split(from).length - 1 : 0;
	host.budget.hold(text.length + count * (to.length - from.length));
	return text.replaceAll(from, () => to);
}

function repeat(text: string, count: number, host: Host): string {
	if (count < 0) throw illegalArgument(`count is negative: ${count}`);
	host.budget.hold(text.length * count);
	return text.repeat(count);
}

function bytes(text: string, spend: (steps: number) => void): Value {
	spend(text.length);
	const items = utf8Bytes(text).map<Value>((value) => ({ type: "Byte", value: value > 127 ? value - 256 : value }));
	return array("byte", items);
}

function region(
	text: string,
	ignoreCase: boolean,
	offset: number,
	other: string,
	otherOffset: number,
	length: number,
): boolean {
	if (offset < 0 || otherOffset < 0 || offset + length > text.length || otherOffset + length > other.length)
		return false;
	const left = text.slice(offset, offset + Math.max(length, 0));
	const right = other.slice(otherOffset, otherOffset + Math.max(length, 0));
	return ignoreCase ? foldCase(left) === foldCase(right) : left === right;
}

function join(separator: string, items: readonly Value[], host: Host): string {
	let result = "";
	items.forEach((item, i) => {
		result += (i > 0 ? separator : "") + toJavaString(item, host);
		host.budget.hold(result.length);
	});
	return result;
}

/** What stands in a list to be joined must be text; a null prints. */
function sequence(value: Value): Value {
	if (value === null || typeof value === "string") return value;
	throw classCast(javaClass(value), "java.lang.CharSequence");
}

function fromCharacters(value: Value, host: Host): string {
	if (typeof value !== "object" || value?.type !== "Array") throw nullPointer();
	return value.items.map((item) => toJavaString(item, host)).join("");
}

function codePoints(text: string): number {
	return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "_").length;
}
