import type { TemplateView } from "../templateView.ts";
import type { CodeLens } from "./results.ts";

/**
 * Above each template: its preview with a sample, which is told which template is meant, for a document may have several.
 * Above a template in a file of its own also which methods use it; in a document they stand around it.
 */
export function codeLenses({ id, place }: TemplateView): readonly CodeLens[] {
	const top = { start: 0, end: 0 };
	const preview = { ...top, title: "Render with a sample", command: "gatewright.previewTemplate", arguments: [id] };
	if (id.includes("#")) return [preview];
	const methods = place.methods.map(({ httpMethod, path }) => `${httpMethod} ${path}`);
	if (methods.length === 0) return [preview];
	const shown = methods.length > methodsMax ? `${methods.slice(0, methodsMax).join(", ")}, …` : methods.join(", ");
	const part = place.part === "request" ? "Request of" : place.part === "response" ? "Response of" : "Used by";
	// A lens without a command is text.
	return [preview, { ...top, title: `${part} ${shown}`, command: "", arguments: [] }];
}

const methodsMax = 3;
