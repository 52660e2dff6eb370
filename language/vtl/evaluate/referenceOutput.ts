import type { Reference } from "../nodes.ts";
import { toJavaString } from "../values/toJavaString.ts";
import { resolve, type Scene } from "./evaluate.ts";

/** What a reference prints as a statement: its value, or how it is written where it has none. */
export function referenceOutput(node: Reference, scene: Scene): string {
	if (node.form === "runt") return node.name;
	const value = resolve(node, scene);
	if (node.escaped) return `${node.escapes}${value === null ? "\\" : ""}${node.literal}`;
	const before = node.escapes + node.prefix;
	if (typeof value === "string") return before + value;
	if (value === null) return before + node.literal;
	if (typeof value === "object" && value.type === "Block") {
		// A block prints without what stands before the reference. Too deep in itself it is like a reference to nothing.
		return scene.host.renderBlock(value) ?? before + node.literal;
	}
	return before + toJavaString(value, scene.host);
}
