import { stackOverflow } from "./javaException.ts";
import type { Printing } from "./printing.ts";
import type { Value } from "./values.ts";

const depthMax = 400;

/** Java's toString, which keys and numbers need. */
type Print = (value: Value, printing: Printing, depth: number) => string;

/**
 * A value as json-smart writes it. With `web`, slashes are escaped too: so prints an array by itself, while
 * `$input.json(…)` writes without.
 */
export function toJson(value: Value, web: boolean, print: Print, printing: Printing, depth = 0): string {
	if (value === null) return "null";
	printing.budget.spend(1);
	if (typeof value === "string") {
		printing.budget.spend(value.length >> 6);
		return jsonString(value, web);
	}
	if (typeof value !== "object") return String(value);
	if (depth > depthMax) throw stackOverflow();
	switch (value.type) {
		case "List":
		case "Array":
			return `[${joined(
				value.items.map((item) => toJson(item, web, print, printing, depth + 1)),
				printing,
			)}]`;
		case "Map": {
			const members: string[] = [];
			for (const cell of value.cells.values()) {
				const key = jsonString(print(cell.key, printing, depth + 1), web);
				members.push(`${key}:${toJson(cell.value, web, print, printing, depth + 1)}`);
			}
			return `{${joined(members, printing)}}`;
		}
		case "View": {
			const cells = [...value.map.cells.values()];
			const items = cells.map((cell) => (value.of === "keys" ? cell.key : cell.value));
			return `[${joined(
				items.map((item) => toJson(item, web, print, printing, depth + 1)),
				printing,
			)}]`;
		}
		case "Scope":
			return toJson(value.storage, web, print, printing, depth + 1);
		case "Double":
		case "Float":
			if (Math.abs(value.value) === Number.POSITIVE_INFINITY) return "null";
			return print(value, printing, depth);
		case "Long":
		case "Short":
		case "Byte":
		case "BigDecimal":
			return print(value, printing, depth);
		case "Character":
			return jsonString(value.value, web);
		default:
			return "{}";
	}
}

function joined(parts: readonly string[], printing: Printing): string {
	const result = parts.join(",");
	printing.budget.hold(result.length);
	return result;
}

const named: ReadonlyMap<string, string> = new Map([
	['"', '\\"'],
	["\\", "\\\\"],
	["\b", "\\b"],
	["\f", "\\f"],
	["\n", "\\n"],
	["\r", "\\r"],
	["\t", "\\t"],
]);

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const special = /["\\\u0000-\u001f\u007f-\u009f\u2000-\u20ff]/g;

const anySpecial = new RegExp(special.source);

function jsonString(text: string, web: boolean): string {
	if (!anySpecial.test(text)) return web && text.includes("/") ? `"${text.replaceAll("/", "\\/")}"` : `"${text}"`;
	const escaped = text.replace(special, (c) => named.get(c) ?? unicodeEscape(c));
	return `"${web ? escaped.replaceAll("/", "\\/") : escaped}"`;
}

function unicodeEscape(c: string): string {
	return `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
