import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, TomlError } from "smol-toml";
import type { Problem } from "../../protocol/problem.ts";

export type SamConfig = {
	readonly stackName?: string;
	readonly parameters: ReadonlyMap<string, string>;
	readonly problems: readonly Problem[];
};

/** What `sam deploy` would take from samconfig.toml for the default environment: the stack's name and the parameters' values. */
export function readSamConfig(folder: string): SamConfig {
	const file = samConfigFile(folder);
	let text: string;
	try {
		text = readFileSync(file, "utf8");
	} catch {
		return { parameters: new Map(), problems: [] };
	}
	try {
		const config: unknown = parse(text);
		const sections = [
			["default", "global", "parameters"],
			["default", "deploy", "parameters"],
		].map((path) => at(config, path));
		const name = sections.map((section) => at(section, ["stack_name"])).findLast((it) => typeof it === "string");
		const overrides = sections
			.map((section) => at(section, ["parameter_overrides"]))
			.findLast((it) => it !== undefined);
		const parameters = new Map(pairsOf(overrides));
		return { ...(typeof name === "string" ? { stackName: name } : {}), parameters, problems: [] };
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		const { line, column, message } = error;
		const what = (message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
		const problem = {
			severity: "error",
			code: "samconfig-syntax",
			message: `samconfig.toml is not valid TOML: ${what}.`,
		} as const;
		return { parameters: new Map(), problems: [{ ...problem, at: { file, line, column } }] };
	}
}

export function samConfigFile(folder: string): string {
	return join(folder, "samconfig.toml");
}

/** `Name=value Other="with blanks"`, or a list of such. */
function pairsOf(overrides: unknown): readonly (readonly [string, string])[] {
	if (Array.isArray(overrides)) return overrides.flatMap(pairsOf);
	if (typeof overrides !== "string") return [];
	return [...overrides.matchAll(/([A-Za-z0-9]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g)].map(
		([, name = "", quoted, bare]) => [name, quoted?.replace(/\\(.)/g, "$1") ?? bare ?? ""] as const,
	);
}

function at(value: unknown, path: readonly string[]): unknown {
	let found = value;
	for (const name of path) {
		if (typeof found !== "object" || found === null) return undefined;
		found = Object.entries(found).find(([key]) => key === name)?.[1];
	}
	return found;
}
