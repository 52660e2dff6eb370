import type { Span, Statement } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";
import type { DocumentLink } from "./results.ts";

/** In comments: names of the app's functions, files of their handlers, and models. */
export function documentLinks(view: TemplateView): readonly DocumentLink[] {
	const targets = targetsOf(view);
	if (targets.size === 0) return [];
	return comments(view.tree.nodes).flatMap(({ start, end }) => {
		const comment = view.text.slice(start, end);
		return [...comment.matchAll(/[\w./-]*\w/g)].flatMap((match): readonly DocumentLink[] => {
			const target = targets.get(match[0]);
			if (target === undefined) return [];
			const from = start + match.index;
			return [{ start: from, end: from + match[0].length, ...target }];
		});
	});
}

type LinkTarget = { readonly url: string; readonly tooltip: string };

function targetsOf({ app, place }: TemplateView): ReadonlyMap<string, LinkTarget> {
	const targets = new Map<string, LinkTarget>();
	for (const model of app.models)
		targets.set(model.name, { url: model.declared.uri, tooltip: `The model ${model.name}` });
	for (const method of [...app.methods, ...place.methods]) {
		const { function: of } = method;
		if (of === undefined) continue;
		targets.set(of.name, { url: of.file ?? of.declared.uri, tooltip: `The function ${of.name}` });
		if (of.file === undefined) continue;
		// A comment says `src/create.ts` or the file's name.
		const parts = of.file.split("/");
		for (let count = 1; count <= Math.min(3, parts.length); count++) {
			const path = parts.slice(-count).join("/");
			targets.set(path, { url: of.file, tooltip: `The function ${of.name}` });
		}
	}
	return targets;
}

function comments(nodes: readonly Statement[]): readonly Span[] {
	return nodes.flatMap((node): readonly Span[] => {
		if (node.kind === "comment") return [node];
		if (node.kind === "if") return node.branches.flatMap(({ body }) => comments(body));
		return node.kind === "directive" ? comments(node.body ?? []) : [];
	});
}
