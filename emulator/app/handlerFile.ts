import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Problem, SourceLocation } from "../../protocol/problem.ts";

/** Where a function's handler should be. */
export type HandlerPlace = {
	readonly logicalId: string;
	readonly folder: string;
	/** As in the template: `src/app.handler`. */
	readonly handler: string;
	readonly runtime: string;
	/** Where the template says so. */
	readonly at: SourceLocation;
};

export type HandlerFile = { readonly file: string; readonly isTypeScript: boolean };

/** The file that a Handler names, if it and what it exports are there; what is missing is reported at the template's line. */
export async function findHandler(
	place: HandlerPlace,
	report: (problem: Problem) => void,
): Promise<HandlerFile | undefined> {
	const kind = kindOf(place.runtime);
	// Other runtimes have handlers of other forms (Class::method); Lambda itself says what it cannot run.
	if (kind === undefined) return { file: place.folder, isTypeScript: false };
	const parts = handlerParts(place.handler);
	if (parts === undefined) {
		report(
			problem(
				"handler-form",
				`The Handler of ${place.logicalId} must be a file and what it exports, as in app.handler.`,
				place,
			),
		);
		return undefined;
	}
	const stem = kind === "python" ? parts.stem.replaceAll(".", "/") : parts.stem;
	const candidates = extensions[kind].map((extension) => `${stem}${extension}`);
	const found = candidates.find((name) => existsSync(join(place.folder, name)));
	if (found === undefined) {
		const looked = candidates.filter((name) => !isTypeScript(name)).map((name) => join(place.folder, name));
		report(problem("missing-handler", missingFile(place, looked), place));
		return undefined;
	}
	const file = join(place.folder, found);
	if (!isTypeScript(found) && !mentions(await readFile(file, "utf8"), parts.name)) {
		report(problem("missing-handler", missingExport(place, file, parts.name), place));
		return undefined;
	}
	return { file, isTypeScript: isTypeScript(found) };
}

export function handlerParts(handler: string): { readonly stem: string; readonly name: string } | undefined {
	const base = posix.basename(handler);
	const dot = base.indexOf(".");
	const split = handler.length - base.length + dot;
	if (dot < 1 || split === handler.length - 1) return undefined;
	// Python writes packages with dots: the last part is the function.
	const last = handler.lastIndexOf(".");
	return { stem: handler.slice(0, last), name: handler.slice(last + 1) };
}

export function missingFile({ logicalId, handler }: HandlerPlace, looked: readonly string[]): string {
	return `The Handler of ${logicalId} is ${handler}, but there is no file for it: looked for ${looked.join(", ")}.`;
}

export function missingExport({ logicalId, handler }: HandlerPlace, file: string, name: string): string {
	return `The Handler of ${logicalId} is ${handler}, but ${file} exports no ${name}.`;
}

export function problem(code: string, message: string, { at }: Pick<HandlerPlace, "at">): Problem {
	return { severity: "error", code, message, at };
}

const extensions = {
	node: [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".tsx"],
	python: [".py"],
} as const;

function kindOf(runtime: string): keyof typeof extensions | undefined {
	if (runtime.startsWith("nodejs")) return "node";
	return runtime.startsWith("python") ? "python" : undefined;
}

function isTypeScript(file: string): boolean {
	return /\.[cm]?tsx?$/.test(file);
}

/**
 * Whether a file could export a name. Only a file in which the name does not occur at all and which passes nothing on
 * (`export *`, `module.exports = require(…)`, `from x import *`) surely does not; the rest shows when it is loaded.
 */
function mentions(text: string, name: string): boolean {
	if (/export\s*\*|module\.exports\s*=\s*require|import\s+\*/.test(text)) return true;
	return new RegExp(`(^|[^\\w$])${name.replace(/[$]/g, "\\$&")}([^\\w$]|$)`).test(text);
}
