import type { Directive, Span, Statement, Template } from "../nodes.ts";

/** A #macro of the template, with the calls of it. API Gateway runs none: calls print as they are written. */
export type Macro = { readonly name: string; readonly declared: readonly Span[]; readonly calls: readonly Span[] };

const known = new WeakMap<Template, readonly Macro[]>();

/** The macros that the template itself declares. The spans are of the names alone. */
function macrosOf(template: Template): readonly Macro[] {
	const before = known.get(template);
	if (before !== undefined) return before;
	const declared = new Map<string, Span[]>();
	const calls = new Map<string, Span[]>();
	const open: (readonly Statement[])[] = [template.nodes];
	for (let nodes = open.pop(); nodes !== undefined; nodes = open.pop()) {
		for (const node of nodes) {
			if (node.kind === "if") for (const { body } of node.branches) open.push(body);
			if (node.kind !== "directive") continue;
			if (node.body !== undefined) open.push(node.body);
			const [first] = node.arguments;
			if (node.name === "macro" && first?.kind === "word") push(declared, first.word, first);
			else if (node.name !== "macro") push(calls, node.name.replace("@", ""), nameOf(template.text, node));
		}
	}
	const macros = [...declared].map(([name, spans]) => ({ name, declared: spans, calls: calls.get(name) ?? [] }));
	known.set(template, macros);
	return macros;
}

/** The macro whose name stands at the offset. */
export function macroAt(template: Template, offset: number): Macro | undefined {
	const here = ({ start, end }: Span) => start <= offset && offset <= end;
	return macrosOf(template).find(({ declared, calls }) => declared.some(here) || calls.some(here));
}

/** The name of `#name`, `#{name}` or `#@name`. */
function nameOf(text: string, { nameSpan }: Directive): Span {
	const written = text.slice(nameSpan.start, nameSpan.end);
	const start = nameSpan.start + (/^#[{@]*/.exec(written)?.[0].length ?? 0);
	return { start, end: written.endsWith("}") ? nameSpan.end - 1 : nameSpan.end };
}

function push(map: Map<string, Span[]>, name: string, { start, end }: Span): void {
	const list = map.get(name);
	if (list === undefined) map.set(name, [{ start, end }]);
	else list.push({ start, end });
}
