/** The type of a handler's first parameter, as far as its source says it in so many words. */
export type EventType = {
	readonly name: string;
	/** The file of the handler, by its last name. */
	readonly file: string;
	readonly members: readonly EventMember[];
};

export type EventMember = { readonly name: string; readonly optional: boolean; readonly type: string };

/**
 * Reads the type of a TypeScript handler's event: written at the parameter, or a type or interface of the same file, or one
 * of a file that is imported by a relative path. Light, and by the text alone: generic, mapped, extended or joined types
 * are not read, and then nothing is said.
 */
export function eventType(
	{ source, handler, file }: { readonly source: string; readonly handler: string; readonly file: string },
	readImport: (path: string) => string | undefined,
): EventType | undefined {
	const text = withoutComments(source);
	const annotation = annotationOf(text, handler);
	if (annotation === undefined) return undefined;
	if (annotation.startsWith("{")) return typeOf("the type", file, annotation);
	if (!/^[A-Za-z_$][\w$]*$/.test(annotation)) return undefined;
	const own = declaredBody(text, annotation);
	if (own !== undefined) return typeOf(annotation, file, own);
	const path = importedFrom(text, annotation);
	const other = path === undefined ? undefined : readImport(path);
	const body = other === undefined ? undefined : declaredBody(withoutComments(other), annotation);
	return body === undefined ? undefined : typeOf(annotation, file, body);
}

/** No handler is read further. */
const longest = 200_000;

function withoutComments(source: string): string {
	return source.slice(0, longest).replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/[^\n]*/g, " ");
}

function annotationOf(text: string, handler: string): string | undefined {
	const name = handler.replaceAll("$", "\\$");
	const found = new RegExp(
		`export\\s+(?:async\\s+)?(?:function\\s+${name}\\s*\\(|(?:const|let)\\s+${name}\\s*=\\s*(?:async\\s*)?\\()`,
	).exec(text);
	if (found === null) return undefined;
	const [parameter] = split(inside(text, found.index + found[0].length - 1), ",");
	const [, ...type] = split(parameter ?? "", ":");
	const annotation = type.join(":").trim();
	return annotation === "" ? undefined : annotation;
}

function declaredBody(text: string, name: string): string | undefined {
	const found = new RegExp(`(?:type\\s+${name}\\s*=|interface\\s+${name})\\s*\\{`).exec(text.replaceAll("$", "_"));
	if (found === null) return undefined;
	const open = found.index + found[0].length - 1;
	const body = inside(text, open);
	const behind = text.slice(open + body.length + 2).trimStart();
	return behind.startsWith("&") || behind.startsWith("|") ? undefined : `{${body}}`;
}

function importedFrom(text: string, name: string): string | undefined {
	for (const [, names = "", path] of text.matchAll(/import\s+(?:type\s+)?\{([^}]*)\}\s*from\s*["'](\.[^"']*)["']/g)) {
		if (names.split(",").some((it) => it.replace(/^\s*type\s+/, "").trim() === name)) return path;
	}
	return undefined;
}

function typeOf(name: string, file: string, body: string): EventType {
	const members = split(inside(body, 0).replaceAll("\n", ";"), ";,").flatMap((text): EventMember[] => {
		const found = /^\s*(?:readonly\s+)?(?:([\w$]+)|"([^"]+)")(\??)\s*:\s*([\s\S]+?)\s*$/.exec(text);
		if (found === null) return [];
		const [, plain, quoted, optional, type = ""] = found;
		// A method is none of a JSON object.
		return [{ name: plain ?? quoted ?? "", optional: optional === "?" || /\bundefined\b/.test(type), type }];
	});
	return { name, file, members };
}

/** What stands between a bracket and the one that closes it. */
function inside(text: string, open: number): string {
	let depth = 0;
	for (let at = open; at < text.length; at++) {
		const c = text.charAt(at);
		if ("([{".includes(c)) depth++;
		else if (")]}".includes(c) && --depth === 0) return text.slice(open + 1, at);
	}
	return text.slice(open + 1);
}

/** The parts between separators that stand in no brackets. */
function split(text: string, separators: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const c = text.charAt(at);
		if ("([{<".includes(c)) depth++;
		else if (")]}".includes(c) || (c === ">" && text.charAt(at - 1) !== "=")) depth--;
		else if (depth === 0 && separators.includes(c)) {
			parts.push(text.slice(from, at));
			from = at + 1;
		}
	}
	return [...parts, text.slice(from)];
}
