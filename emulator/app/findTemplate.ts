import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";

/** The template of the app at a path: the file itself, or the one in a folder. What it answers need not exist. */
export function findTemplate(path: string): string {
	const absolute = resolve(path);
	if (!isFolder(absolute)) return absolute;
	for (const name of usualNames) {
		const file = join(absolute, name);
		if (existsSync(file)) return file;
	}
	const other = readdirSync(absolute)
		.filter((name) => extensions.has(extname(name)))
		.toSorted()
		.slice(0, mostFiles)
		.map((name) => join(absolute, name))
		.find(looksLikeTemplate);
	return other ?? join(absolute, usualNames[0]);
}

/** As the SAM command looks for it. */
const usualNames = ["template.yaml", "template.yml", "template.json"] as const;

const extensions = new Set([".yaml", ".yml", ".json", ".template"]);
const mostFiles = 50;

function looksLikeTemplate(file: string): boolean {
	const { size } = statSync(file);
	// CloudFormation takes at most 1 MB.
	return size <= 1_000_000 && /AWSTemplateFormatVersion|AWS::Serverless-2016-10-31/.test(readFileSync(file, "utf8"));
}

function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
