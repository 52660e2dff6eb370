import type { Hands, Stored } from "./resources/resourceType.ts";
import { resourceType } from "./resources/table.ts";
import type { Stack } from "./stack.ts";

export type Cleaner = {
	/** `isForgotten`: its logical id is gone from the template too, so that the stack forgets it. */
	add(resource: Stored, isForgotten: boolean): void;
	/** Removes those of a kind, the newest first; answers the logical ids that are gone. */
	run(which: (resource: Stored) => boolean): Promise<readonly string[]>;
};

/** Removes what is gone from the template or has been replaced. */
export function cleaner(stack: Stack, hands: Hands, forgetSource: (key: string) => void): Cleaner {
	const obsolete: Obsolete[] = [];
	return {
		add: (resource, isForgotten) => void obsolete.push({ resource, isForgotten }),
		async run(which) {
			const removed: string[] = [];
			for (const it of obsolete.filter(({ resource }) => which(resource)).toReversed()) {
				obsolete.splice(obsolete.indexOf(it), 1);
				const isGone = await remove(it, hands);
				if (!isGone) continue;
				for (const key of resourceType(it.resource.type)?.sources?.(it.resource) ?? []) {
					if (it.isForgotten) forgetSource(key);
				}
				if (it.isForgotten) {
					await stack.delete(it.resource.logicalId);
					removed.push(it.resource.logicalId);
				}
			}
			return removed;
		},
	};
}

type Obsolete = { readonly resource: Stored; readonly isForgotten: boolean };

async function remove({ resource, isForgotten }: Obsolete, hands: Hands): Promise<boolean> {
	if (resource.isRetained) return true;
	try {
		const type = resourceType(resource.type);
		if (!isForgotten && type?.discard !== undefined) await type.discard(resource, hands);
		else await type?.delete(resource, hands);
		return true;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const message = `${resource.logicalId} (${resource.type}) is gone from the template but could not be removed: ${reason}`;
		hands.report({ severity: "warning", code: "delete-failed", message });
		return false;
	}
}
