import { entriesOf, itemsOf, rootOf, spanOf, textOf, under } from "../embedded/hostDocument.ts";
import type { Resource } from "./cloudFormationFacts.ts";
import { type FunctionFacts, noParameters } from "./knowledge.ts";
import type { MethodSketch } from "./methodSketch.ts";
import type { DocumentReading } from "./openApiFacts.ts";
import { referredTo } from "./referredTo.ts";

/** A function of the template; where its file is, is found later. */
export function functionFacts({ host, uri }: DocumentReading, { entry, properties }: Resource): FunctionFacts {
	const global = under(host, rootOf(host), "Globals", "Function");
	const property = (key: string) => under(host, properties, key) ?? under(host, global, key);
	const handler = textOf(host, property("Handler"));
	const handlerNode = under(host, properties, "Handler");
	const folder = textOf(host, property("CodeUri")) ?? textOf(host, property("Code")) ?? ".";
	const module = handler?.slice(0, handler.lastIndexOf("."));
	// SAM's esbuild puts what it makes of `src/a.ts` at the top, as `a`.
	const entries = itemsOf(host, under(host, entry.value, "Metadata", "BuildProperties", "EntryPoints"));
	const sources = entries.map((it) => textOf(host, it)?.replace(/\.[cm]?[jt]sx?$/, ""));
	const file = sources.find((it) => it?.split("/").at(-1) === module?.split("/").at(-1)) ?? module;
	return {
		name: entry.key,
		declared: { uri, ...entry.keySpan },
		handler,
		handlerAt: handlerNode === undefined ? undefined : spanOf(handlerNode),
		file: file === undefined || file === "" ? undefined : `${folder.replace(/\/$/, "")}/${file}`,
	};
}

/** SAM's events of type Api: methods in proxy integration. */
export function proxyEvents({ host, uri }: DocumentReading, { entry, properties }: Resource): readonly MethodSketch[] {
	return entriesOf(host, under(host, properties, "Events")).flatMap(({ key, value }): MethodSketch[] => {
		if (textOf(host, under(host, value, "Type")) !== "Api") return [];
		const of = under(host, value, "Properties");
		const declared = { uri, ...spanOf(under(host, of, "Path") ?? value) };
		return [
			{
				api: referredTo(host, under(host, of, "RestApiId")) ?? "ServerlessRestApi",
				keys: ["Resources", entry.key, "Properties", "Events", key],
				httpMethod: textOf(host, under(host, of, "Method"))?.toUpperCase() ?? "ANY",
				path: textOf(host, under(host, of, "Path")) ?? "/",
				declared,
				integration: "AWS_PROXY",
				parameters: noParameters,
				requestModels: new Map(),
				responseModels: new Map(),
				statuses: new Map(),
				function: entry.key,
			},
		];
	});
}
