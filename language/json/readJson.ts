import { type JavaList, type JavaMap, list, map, type Value } from "../vtl/values/values.ts";
import {
	descend,
	endMark,
	isSpace,
	type JsonReading,
	refuse,
	refuseCharacter,
	refuseEnd,
	skipBlanks,
} from "./jsonReading.ts";
import { type Place, readBare } from "./readBare.ts";
import { readNumber } from "./readNumber.ts";
import { readString } from "./readString.ts";

/**
 * Reads JSON as API Gateway does, with json-smart in its permissive mode: bare words are strings, quotes may be single,
 * commas may be too many, control characters vanish, and whatever follows the first value is ignored. Numbers keep their
 * Java type, so that 10 and 10.0 stay apart and nothing loses digits.
 */
export function readJson(text: string): Value {
	return readValue({ text, at: 0, depth: 0 }, "top");
}

function readValue(reading: JsonReading, place: Place): Value {
	const { text } = reading;
	while (isSpace(text[reading.at])) reading.at++;
	switch (text[reading.at]) {
		case ":":
		case "]":
		case "}":
			return refuseCharacter(reading, reading.at);
		case "{":
			return readObject(reading);
		case "[":
			return readArray(reading);
		case '"':
		case "'":
			return readString(reading);
		case "-":
		case "0":
		case "1":
		case "2":
		case "3":
		case "4":
		case "5":
		case "6":
		case "7":
		case "8":
		case "9":
			return readNumber(reading, place);
		default:
			return wordValue(readBare(reading, reading.at, place));
	}
}

function wordValue(word: string): Value {
	switch (word) {
		case "null":
			return null;
		case "true":
			return true;
		case "false":
			return false;
		case "NaN":
			return { type: "Float", value: Number.NaN };
		default:
			return word;
	}
}

function readObject(reading: JsonReading): JavaMap {
	const { text } = reading;
	descend(reading);
	const result = map();
	for (;;) {
		reading.at++;
		const c = text[reading.at];
		// At the end of the text the reference reads an empty key and misses the colon.
		if (c === undefined || c === endMark) return refuseEnd(reading.at - 1);
		if (isSpace(c) || c === ",") continue;
		if (c === ":" || c === "[" || c === "]" || c === "{") return refuseCharacter(reading, reading.at);
		if (c === "}") break;
		const key = c === '"' || c === "'" ? readString(reading) : readBare(reading, reading.at, "key");
		skipBlanks(reading);
		if (text[reading.at] !== ":") return refuseCharacter(reading, reading.at - 1);
		reading.at++;
		if (reading.at >= text.length) return refuseEnd(reading.at - 1);
		put(result, key, readValue(reading, "value"));
		skipBlanks(reading);
		const behind = text[reading.at];
		if (behind === "}") break;
		if (behind === undefined) return refuseEnd(reading.at - 1);
		if (behind !== ",") return refuse(`Unexpected token ${behind} at position ${reading.at - 1}.`);
	}
	reading.at++;
	reading.depth--;
	return result;
}

function put(target: JavaMap, key: string, value: Value): void {
	const identity = key.startsWith("\0") ? `\0String\0${key}` : key;
	const cell = target.cells.get(identity);
	if (cell === undefined) target.cells.set(identity, { key, value });
	else cell.value = value;
}

function readArray(reading: JsonReading): JavaList {
	const { text } = reading;
	descend(reading);
	const items: Value[] = [];
	reading.at++;
	for (;;) {
		const c = text[reading.at];
		if (c === undefined || c === endMark) return refuseEnd(reading.at - 1);
		if (c === "]") break;
		if (c === ":" || c === "}") return refuseCharacter(reading, reading.at);
		if (isSpace(c) || c === ",") reading.at++;
		else items.push(readValue(reading, "item"));
	}
	reading.at++;
	reading.depth--;
	return list(items, "JSONArray");
}
