import type { Documents } from "../aws/documents.ts";
import type { Kernel } from "../aws/service.ts";
import type { Stored } from "./resources/resourceType.ts";

/** What one template became: its resources by logical id, remembered between runs. */
export type Stack = {
	readonly name: string;
	readonly id: string;
	all(): readonly Stored[];
	get(logicalId: string): Stored | undefined;
	/** Known at once; safe on disk when the promise resolves. */
	put(resource: Stored): Promise<void>;
	delete(logicalId: string): Promise<void>;
	/** Outputs with an Export, by the export's name, for the other stacks of this emulator. */
	setExports(exports: Readonly<Record<string, string>>): Promise<void>;
	/** What another stack exports. */
	exported(name: string): string | undefined;
};

type StackDocument = {
	readonly id: string;
	readonly name: string;
	readonly template: string;
	readonly exports: Readonly<Record<string, string>>;
};

/** Opens the stack of a template. It is the template's path that tells stacks apart: two folders may have one name. */
export async function openStack(
	kernel: Pick<Kernel, "documents" | "ids" | "account" | "region">,
	template: string,
	wantedName: string,
): Promise<Stack> {
	const stacks = await kernel.documents.collection<StackDocument>("stacks");
	const resources = await kernel.documents.collection<Stored>("stack-resources");
	let stack = stacks.get(template);
	if (stack === undefined) {
		const name = freeName(wantedName, stacks);
		const id = `arn:aws:cloudformation:${kernel.region}:${kernel.account}:stack/${name}/${kernel.ids.uuid()}`;
		stack = { id, name, template, exports: {} };
		await stacks.put(template, stack);
	}
	const { id, name } = stack;
	const key = (logicalId: string) => `${name}/${logicalId}`;
	const current = new Map(resources.all().flatMap((it) => (it.stack === name ? [[it.logicalId, it]] : [])));
	return {
		name,
		id,
		all: () => [...current.values()],
		get: (logicalId) => current.get(logicalId),
		put(resource) {
			current.set(resource.logicalId, resource);
			return resources.put(key(resource.logicalId), resource);
		},
		delete(logicalId) {
			current.delete(logicalId);
			return resources.delete(key(logicalId));
		},
		async setExports(exports) {
			const before = stacks.get(template);
			if (JSON.stringify(before?.exports) !== JSON.stringify(exports)) {
				await stacks.put(template, { id, name, template, exports });
			}
		},
		exported: (exportName) => stacks.all().find((it) => Object.hasOwn(it.exports, exportName))?.exports[exportName],
	};
}

/** A stack's name is letters, digits and hyphens and begins with a letter. */
export function stackName(text: string): string {
	const name = text.replace(/[^A-Za-z0-9]+/g, "-").replace(/^[^A-Za-z]+|-+$/g, "");
	return name === "" ? "app" : name.slice(0, 100);
}

function freeName(wanted: string, stacks: Documents<StackDocument>): string {
	const taken = new Set(stacks.all().map((it) => it.name));
	let name = wanted;
	for (let i = 2; taken.has(name); i++) name = `${wanted}-${i}`;
	return name;
}
