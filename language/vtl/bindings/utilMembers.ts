import { JsonRefused } from "../../json/jsonRefused.ts";
import { readJson } from "../../json/readJson.ts";
import type { Host } from "../methods/methodTable.ts";
import { type Parameters, textAt, valueAt } from "../methods/parameters.ts";
import { utf8Bytes, utf8Text } from "../methods/utf8.ts";
import { JavaException } from "../values/javaException.ts";
import type { Value } from "../values/values.ts";
import { base64Bytes, base64Text } from "./base64.ts";
import { escapeJavaScript } from "./escapeJavaScript.ts";
import { type Member, mappingReference, type Parameter } from "./member.ts";
import { urlDecoded, urlEncoded } from "./urlEncoding.ts";

/** `$util` */
export const utilMembers: readonly Member[] = [
	member(
		"escapeJavaScript",
		"text",
		"String",
		"The text escaped for a JavaScript string. It escapes `'` too, as `\\'`, which JSON does not allow: where the result goes into JSON, add `.replaceAll(\"\\\\'\", \"'\")`.",
		escapeJavaScript,
	),
	member("parseJson", "json", "Object", "The JSON text as an object, of which properties can be read.", parseJson),
	member(
		"urlEncode",
		"text",
		"String",
		"The text as `application/x-www-form-urlencoded`; a blank becomes `+`.",
		urlEncoded,
	),
	member("urlDecode", "text", "String", "The text back from `application/x-www-form-urlencoded`.", urlDecoded),
	member("base64Encode", "text", "String", "The UTF-8 bytes of the text in base64.", (text) =>
		base64Text(utf8Bytes(text)),
	),
	member("base64Decode", "base64", "String", "The bytes read as UTF-8 text.", (text) => utf8Text(base64Bytes(text))),
];

function member(
	name: string,
	parameterName: string,
	returns: string,
	documentation: string,
	use: (text: string) => Value,
): Member {
	const parameter: Parameter = { name: parameterName, type: "String", documentation: "" };
	return {
		object: "$util",
		name,
		parameters: [parameter],
		returns,
		documentation,
		page: mappingReference,
		signature: `${name}(String)`,
		call: (_: unknown, parameters: Parameters, { budget }: Host) => {
			if (valueAt(parameters, 0) === null) return null;
			const text = textAt(parameters, 0);
			budget.spend(text.length >> 2);
			return use(text);
		},
	};
}

function parseJson(text: string): Value {
	try {
		return readJson(text);
	} catch (error) {
		if (!(error instanceof JsonRefused)) throw error;
		throw new JavaException("com.jayway.jsonpath.InvalidJsonException", error.message);
	}
}
