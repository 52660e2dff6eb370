import type { TemplateView } from "../templateView.ts";
import type { CodeLens } from "./results.ts";

/**
 * Above each template: its preview with a sample, which is told which template is meant, for a document may have several.
 * Above a template in a file of its own also which methods use it, each a
 * way to where it is included; in a document they stand around it.
 */
export function codeLenses({ id, place }: TemplateView): readonly CodeLens[] {
	const top = { start: 0, end: 0 };
	const preview = { ...top, title: "Render with a sample", command: "gatewright.previewTemplate", arguments: [id] };
	if (id.includes("#")) return [preview];
	const part = place.part === "request" ? "Request of" : place.part === "response" ? "Response of" : "Used by";
	const uses = place.uses.slice(0, usesMax).map(({ at, method }): CodeLens => {
		const title = method === undefined ? "Used here" : `${part} ${method.httpMethod} ${method.path}`;
		return { ...top, title, command: "", arguments: [], opens: at };
	});
	const more = place.uses.length - usesMax;
	// A lens without a command is text.
	const rest = more > 0 ? [{ ...top, title: `and ${more} more`, command: "", arguments: [] }] : [];
	return [preview, ...uses, ...rest];
}

const usesMax = 3;
