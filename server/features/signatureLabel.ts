import type { TypeMethod } from "../../language/vtl/analysis/methods/methodsOfType.ts";
import type { Span } from "../../language/vtl/nodes.ts";

/** `substring(int begin, int end): String`, and where the parameters stand in it. */
export function signatureLabel({ name, parameters, returns }: TypeMethod): {
	readonly label: string;
	readonly parameters: readonly Span[];
} {
	let label = `${name}(`;
	const spans: Span[] = [];
	for (const [i, parameter] of parameters.entries()) {
		if (i > 0) label += ", ";
		const start = label.length;
		label += `${parameter.type} ${parameter.name}`;
		spans.push({ start, end: label.length });
	}
	return { label: `${label}): ${shown[returns] ?? returns}`, parameters: spans };
}

const shown: Readonly<Record<string, string>> = { nothing: "void", self: "Object", item: "Object", value: "Object" };
