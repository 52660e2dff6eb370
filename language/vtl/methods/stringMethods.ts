import { matchesWhole, replaceMatches, splitByPattern } from "../regex/replaceMatches.ts";
import { javaEquals } from "../values/equality.ts";
import { illegalArgument, nullPointer, stringIndexOutOfBounds } from "../values/javaException.ts";
import { toJavaString } from "../values/toJavaString.ts";
import { array, character, type Value } from "../values/values.ts";
import { compareText, foldCase, regionMatches } from "./compareText.ts";
import { formatJava } from "./formatJava.ts";
import { hashCode } from "./hashCode.ts";
import { joinText, sequence } from "./joinText.ts";
import { type Host, methodTable } from "./methodTable.ts";
import { comparableMethods } from "./objectMethods.ts";
import { intAt, itemsAt, type Parameters, restAt, textAt, valueAt } from "./parameters.ts";
import { replaceText } from "./replaceText.ts";
import { stripText, trimText } from "./stripText.ts";
import { utf8Bytes } from "./utf8.ts";

/** java.lang.String */
export const stringMethods = methodTable<string>(
	{
		"length()": (self) => self.length,
		"isEmpty()": (self) => self.length === 0,
		"isBlank()": (self) => stripText(self, true, true).length === 0,
		"charAt(int)": (self, p) => character(self[within(intAt(p, 0), self)] ?? ""),
		"codePointAt(int)": (self, p) => self.codePointAt(within(intAt(p, 0), self)) ?? 0,
		"substring(int)": (self, p) => substring(self, intAt(p, 0), self.length),
		"substring(int,int)": (self, p) => substring(self, intAt(p, 0), intAt(p, 1)),
		"subSequence(int,int)": (self, p) => substring(self, intAt(p, 0), intAt(p, 1)),
		"indexOf(String)": (self, p) => self.indexOf(textAt(p, 0)),
		"indexOf(String,int)": (self, p) => self.indexOf(textAt(p, 0), intAt(p, 1)),
		"indexOf(int)": (self, p) => self.indexOf(codePoint(p, 0)),
		"indexOf(int,int)": (self, p) => self.indexOf(codePoint(p, 0), intAt(p, 1)),
		"lastIndexOf(String)": (self, p) => self.lastIndexOf(textAt(p, 0)),
		"lastIndexOf(String,int)": (self, p) => (intAt(p, 1) < 0 ? -1 : self.lastIndexOf(textAt(p, 0), intAt(p, 1))),
		"lastIndexOf(int)": (self, p) => self.lastIndexOf(codePoint(p, 0)),
		"lastIndexOf(int,int)": (self, p) => (intAt(p, 1) < 0 ? -1 : self.lastIndexOf(codePoint(p, 0), intAt(p, 1))),
		"contains(CharSequence)": (self, p) => self.includes(textAt(p, 0)),
		"startsWith(String)": (self, p) => self.startsWith(textAt(p, 0)),
		"startsWith(String,int)": (self, p) => intAt(p, 1) >= 0 && self.slice(intAt(p, 1)).startsWith(textAt(p, 0)),
		"endsWith(String)": (self, p) => self.endsWith(textAt(p, 0)),
		"equals(Object)": (self, p, { budget }) => javaEquals(self, valueAt(p, 0), budget),
		"equalsIgnoreCase(String)": (self, p) => {
			const other = valueAt(p, 0);
			return typeof other === "string" && foldCase(self) === foldCase(other);
		},
		"contentEquals(CharSequence)": (self, p) => self === textAt(p, 0),
		"compareTo(String)": (self, p) => compareText(self, textAt(p, 0)),
		"compareToIgnoreCase(String)": (self, p) => compareText(foldCase(self), foldCase(textAt(p, 0))),
		"concat(String)": (self, p, host) => held(self + textAt(p, 0), host),
		"toUpperCase()": (self) => self.toUpperCase(),
		"toLowerCase()": (self) => self.toLowerCase(),
		"trim()": (self) => trimText(self),
		"strip()": (self) => stripText(self, true, true),
		"stripLeading()": (self) => stripText(self, true, false),
		"stripTrailing()": (self) => stripText(self, false, true),
		"replace(CharSequence,CharSequence)": (self, p, host) => replaceText(self, textAt(p, 0), textAt(p, 1), host),
		"replace(char,char)": (self, p, host) => replaceText(self, charAt(p, 0), charAt(p, 1), host),
		"replaceAll(String,String)": (self, p, { budget }) =>
			replaceMatches(self, textAt(p, 0), textAt(p, 1), false, budget),
		"replaceFirst(String,String)": (self, p, { budget }) =>
			replaceMatches(self, textAt(p, 0), textAt(p, 1), true, budget),
		"matches(String)": (self, p, { budget }) => matchesWhole(self, textAt(p, 0), budget),
		"split(String)": (self, p, { budget }) => array("String", splitByPattern(self, textAt(p, 0), 0, budget)),
		"split(String,int)": (self, p, { budget }) =>
			array("String", splitByPattern(self, textAt(p, 0), intAt(p, 1), budget)),
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
			regionMatches(self, false, intAt(p, 0), textAt(p, 1), intAt(p, 2), intAt(p, 3)),
		"regionMatches(boolean,int,String,int,int)": (self, p) =>
			regionMatches(self, valueAt(p, 0) === true, intAt(p, 1), textAt(p, 2), intAt(p, 3), intAt(p, 4)),
		"codePointCount(int,int)": (self, p) => codePoints(self.slice(intAt(p, 0), intAt(p, 1))),
		"hashCode()": (self, _, { budget }) => hashCode(self, budget),
		"toString()": (self) => self,
		// Static methods, which a template reaches through any string.
		"format(String,Object...)": (_, p, host) => formatJava(textAt(p, 0), restAt(p, 1), host),
		"formatted(Object...)": (self, p, host) => formatJava(self, restAt(p, 0), host),
		"join(CharSequence,CharSequence...)": (_, p, host) => joinText(textAt(p, 0), restAt(p, 1), host),
		"join(CharSequence,Collection)": (_, p, host) => joinText(textAt(p, 0), itemsAt(p, 1).map(sequence), host),
		"valueOf(Object)": (_, p, host) => toJavaString(valueAt(p, 0), host),
		"valueOf(char[])": (_, p, host) => fromCharacters(valueAt(p, 0), host),
		"copyValueOf(char[])": (_, p, host) => fromCharacters(valueAt(p, 0), host),
	},
	comparableMethods,
);

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

function held(text: string, host: Host): string {
	host.budget.hold(text.length);
	return text;
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

function fromCharacters(value: Value, host: Host): string {
	if (typeof value !== "object" || value?.type !== "Array") throw nullPointer();
	return value.items.map((item) => toJavaString(item, host)).join("");
}

function codePoints(text: string): number {
	return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "_").length;
}
