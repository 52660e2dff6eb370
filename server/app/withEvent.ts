import { eventType } from "../models/eventType.ts";
import { beside } from "./files.ts";
import type { FunctionFacts } from "./knowledge.ts";

/** The type of the event, for a handler in TypeScript. */
export function withEvent(one: FunctionFacts, read: (uri: string) => string | undefined): FunctionFacts {
	const { file, handler } = one;
	if (file === undefined || handler === undefined || !/\.[cm]?tsx?$/.test(file)) return one;
	const source = read(file);
	if (source === undefined) return one;
	const name = handler.slice(handler.lastIndexOf(".") + 1);
	const last = decodeURIComponent(file.slice(file.lastIndexOf("/") + 1));
	const imported = (path: string) => {
		const base = beside(file, path.replace(/\.[cm]?js$/, ".ts"));
		return base === undefined ? undefined : (read(base) ?? read(`${base}.ts`));
	};
	return { ...one, event: eventType({ source, handler: name, file: last }, imported) };
}
