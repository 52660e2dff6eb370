import type { TemplateView } from "../templateView.ts";
import type { CodeLens } from "./results.ts";

/**
 * Above a template in a file of its own: which methods use it, and its preview with a sample. The preview follows the
 * cursor, so that in a document with several templates a lens would not say which one it opens.
 */
export function codeLenses({ id, place }: TemplateView): readonly CodeLens[] {
	if (id.includes("#")) return [];
	const top = { start: 0, end: 0 };
	const methods = place.methods.map(({ httpMethod, path }) => `${httpMethod} ${path}`);
	const preview = { ...top, title: "Render with a sample", command: "gatewright.previewTemplate", arguments: [] };
	if (methods.length === 0) return [preview];
	const shown = methods.length > methodsMax ? `${methods.slice(0, methodsMax).join(", ")}, …` : methods.join(", ");
	const part = place.part === "request" ? "Request of" : place.part === "response" ? "Response of" : "Used by";
	// A lens without a command is text.
	return [preview, { ...top, title: `${part} ${shown}`, command: "", arguments: [] }];
}

const methodsMax = 3;
