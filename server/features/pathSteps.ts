import type { Span } from "../../language/vtl/nodes.ts";

/** A property in a JSONPath, where its name stands, and the path before it. */
export type PathStep = Span & { readonly name: string; readonly path: string };

/** The properties that a JSONPath names one by one; what stands behind `..` or in a filter is left out. */
export function pathSteps(path: string): readonly PathStep[] {
	const steps: PathStep[] = [];
	const pattern = /\.([^.[\]'"\s*()$@]+)|\[\s*'([^'\]]*)'\s*\]|\[[\d,: *-]*\]|\.\*/y;
	let at = path.startsWith("$") ? 1 : 0;
	if (at === 0) {
		const [name = ""] = /^[^.[\]'"\s*()$@]+/.exec(path) ?? [];
		if (name === "") return steps;
		steps.push({ name, path: "$", start: 0, end: name.length });
		at = name.length;
	}
	for (;;) {
		pattern.lastIndex = at;
		const found = pattern.exec(path);
		if (found === null) return steps;
		const [whole, dotted, quoted] = found;
		const name = dotted ?? quoted;
		if (name !== undefined && name !== "") {
			const start = at + whole.indexOf(name);
			steps.push({ name, path: at === 0 ? "$" : path.slice(0, at), start, end: start + name.length });
		}
		at += whole.length;
	}
}
