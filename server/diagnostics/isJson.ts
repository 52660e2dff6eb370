import type { TemplateView } from "../templateView.ts";

/** Whether the template makes JSON: its place says so, else its text looks like it. */
export function isJson({ place, text }: TemplateView): boolean {
	if (place.contentType !== undefined) return /\bjson\b|^\$default$/i.test(place.contentType);
	return /^\s*(?:#[^\n]*\n\s*)*[[{]/.test(text) || /"[\w-]+"\s*:/.test(text);
}
