import * as vscode from "vscode";
import type { SampleChoice } from "../../protocol/preview.ts";

/** The samples that are saved beside a template: `create.sample.json`, `create.another.sample.json`. */
export async function sampleFiles(templateId: string): Promise<readonly SampleChoice[]> {
	const { folder, stem } = placeOf(templateId);
	let entries: [string, vscode.FileType][];
	try {
		entries = await vscode.workspace.fs.readDirectory(folder);
	} catch {
		return []; // Not on a disk: nothing is beside it.
	}
	const names = entries.map(([name]) => name).filter((it) => it.startsWith(`${stem}.`) && it.endsWith(ending));
	return names
		.filter((it) => it === stem + ending || !it.slice(stem.length + 1, -ending.length).includes("."))
		.toSorted((a, b) => a.length - b.length || a.localeCompare(b))
		.map((name) => ({ id: `file:${vscode.Uri.joinPath(folder, name).toString()}`, label: name }));
}

/** What stands in a sample's file, as it is being edited or as it was saved. */
export async function readSampleFile(id: string): Promise<string | undefined> {
	const uri = sampleUri(id);
	if (uri === undefined) return undefined;
	const open = vscode.workspace.textDocuments.find((it) => it.uri.toString() === uri.toString());
	if (open !== undefined) return open.getText();
	try {
		return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
	} catch {
		return undefined; // Gone: another sample is taken.
	}
}

export function sampleUri(id: string): vscode.Uri | undefined {
	return id.startsWith("file:") ? vscode.Uri.parse(id.slice("file:".length)) : undefined;
}

/** Saves a sample beside the template, under a name that is free. */
export async function saveSample(templateId: string, call: string): Promise<SampleChoice> {
	const { folder, stem } = placeOf(templateId);
	const taken = new Set((await sampleFiles(templateId)).map((it) => it.label));
	let name = stem + ending;
	for (let i = 2; taken.has(name); i++) name = `${stem}.${i}${ending}`;
	const uri = vscode.Uri.joinPath(folder, name);
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(call));
	return { id: `file:${uri.toString()}`, label: name };
}

const ending = ".sample.json";

/** A template in a document of its own is named after its file; a string in a document after its place there, too. */
function placeOf(templateId: string): { readonly folder: vscode.Uri; readonly stem: string } {
	const hash = templateId.indexOf("#");
	const uri = vscode.Uri.parse(hash === -1 ? templateId : templateId.slice(0, hash));
	const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
	const folder = vscode.Uri.joinPath(uri, "..");
	if (hash === -1) return { folder, stem: name.replace(/\.(?:vtl|vm)$/i, "") };
	const pointer = templateId.slice(hash + 1).replaceAll("~1", "/");
	const slug = pointer.split(/[^A-Za-z0-9]+/).filter((it) => it !== "" && !tooCommon.has(it));
	return { folder, stem: `${name}-${slug.join("-").slice(-slugMax)}` };
}

/** Steps that every template of a document goes through. */
const tooCommon = new Set(["Resources", "Properties", "Body", "paths", "amazon", "apigateway", "x"]);
/** File systems take 255 bytes. */
const slugMax = 120;
