/**
 * Writes `client/manifest.generated.ts` from package.json, so that the names of commands and the types of settings are
 * known to the compiler: `npm run manifest`. A test says when the file is out of date.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Manifest = {
	readonly contributes: {
		readonly commands: readonly { readonly command: string }[];
		readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
	};
};
type Setting = { readonly type: string; readonly default: unknown; readonly enum?: readonly string[] };

export const generatedFile = join(import.meta.dirname, "../client/manifest.generated.ts");

export function readManifest(): Manifest {
	// package.json is the truth that this file is made from; VS Code's own schema checks its form.
	return JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8")) as Manifest;
}

export function manifestTypes({ contributes }: Manifest): string {
	const settings = Object.entries(contributes.configuration.properties);
	return [
		"// Made by scripts/manifest.ts from package.json; do not edit.",
		"",
		"export const commandNames = [",
		...contributes.commands.map((it) => `\t${JSON.stringify(it.command)},`),
		"] as const;",
		"export type CommandName = (typeof commandNames)[number];",
		"",
		"export type Settings = {",
		...settings.map(([name, it]) => `\treadonly ${JSON.stringify(name)}: ${settingType(name, it)};`),
		"};",
		"",
		"export const settingDefaults: Settings = {",
		...settings.map(([name, it]) => `\t${JSON.stringify(name)}: ${JSON.stringify(it.default)},`),
		"};",
		"",
	].join("\n");
}

function settingType(name: string, { type, enum: members }: Setting): string {
	if (members !== undefined) return members.map((it) => JSON.stringify(it)).join(" | ");
	const known = types.get(type);
	if (known === undefined)
		throw new Error(`package.json: the setting ${name} has the type ${type}, which manifest.ts does not know yet.`);
	return known;
}

const types = new Map([
	["string", "string"],
	["integer", "number"],
	["number", "number"],
	["boolean", "boolean"],
]);

if (import.meta.main) writeFileSync(generatedFile, manifestTypes(readManifest()));
