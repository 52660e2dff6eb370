import type { Reference } from "../nodes.ts";
import { onlyInput, piecesOf } from "../provenance/origin.ts";
import { toJavaString } from "../values/toJavaString.ts";
import type { Block } from "../values/values.ts";
import { resolve, type Scene } from "./evaluate.ts";

/** What a reference prints as a statement: its value, how it is written where it has none, or a block to be rendered. */
export function referenceOutput(node: Reference, scene: Scene): string | Block {
	if (node.form === "runt") return node.name;
	const value = resolve(node, scene);
	const { trace } = scene;
	// What is written comes from no input.
	if (trace !== undefined && (node.escaped || value === null)) trace.origin = undefined;
	if (node.escaped)
		return `${node.escapes}${value === null ? "\\" : ""}${scene.variables.written(node.literal) ?? node.literal}`;
	const before = node.escapes + node.prefix;
	if (typeof value === "string") {
		if (trace !== undefined && before !== "") {
			trace.origin = [{ length: before.length, input: undefined }, ...piecesOf(trace.origin, value.length)];
		}
		return before + value;
	}
	if (value === null) return writtenAs(node, scene);
	if (typeof value === "object" && value.type === "Block") {
		// A block prints without what stands before the reference. Too deep in itself it is like a reference to nothing.
		return value.depth < value.depthMax ? value : writtenAs(node, scene);
	}
	const origin = onlyInput(trace?.origin);
	const printed = toJavaString(value, scene.host);
	if (trace !== undefined) {
		trace.origin = [
			{ length: before.length, input: undefined },
			{ length: printed.length, input: origin },
		];
	}
	return before + printed;
}

/** What stands for nothing; in a macro, an argument as it was written. The backslashes before it print all. */
function writtenAs({ form, literal, escapes, prefix }: Reference, { variables }: Scene): string {
	return escapes + escapes + prefix + (form === "quiet" ? "" : (variables.written(literal) ?? literal));
}
