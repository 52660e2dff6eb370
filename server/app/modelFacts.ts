import { isScalar, type Node as YamlNode } from "yaml";
import { entriesOf, itemsOf, spanOf, textOf } from "../embedded/hostDocument.ts";
import { isObject, jsonOf } from "./jsonOf.ts";
import type { FilePlace, ModelFacts } from "./knowledge.ts";
import type { DocumentReading } from "./openApiFacts.ts";

type Model = {
	readonly name: string;
	readonly declared: FilePlace;
	readonly schema: YamlNode | undefined;
	readonly contentType: string;
};

/** A model whose schema stands in a document, as a map or as JSON text. */
export function modelFacts({ uri, host }: DocumentReading, { name, declared, schema, contentType }: Model): ModelFacts {
	const json = isScalar(schema) ? parsed(textOf(host, schema)) : jsonOf(host, schema);
	return {
		name,
		declared,
		schema: isObject(json) ? json : {},
		contentType,
		at: (pointer) => {
			let node: YamlNode | undefined = schema;
			let span = node === undefined ? undefined : spanOf(node);
			for (const part of pointer.split("/").slice(1)) {
				const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
				const entry = entriesOf(host, node).find((it) => it.key === key);
				node = entry?.value ?? itemsOf(host, node)[Number(key)];
				if (node === undefined) return undefined;
				span = entry?.keySpan ?? spanOf(node);
			}
			return span === undefined ? undefined : { uri, ...span };
		},
	};
}

function parsed(text: string | undefined) {
	try {
		const value: unknown = JSON.parse(text ?? "");
		// What JSON.parse returns is JSON.
		return value as Parameters<typeof isObject>[0];
	} catch {
		return undefined;
	}
}
