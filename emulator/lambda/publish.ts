import type { Ids } from "../aws/ids.ts";
import type { FunctionVersion, LambdaFunction } from "./functions.ts";

/**
 * Freezes what a function is now as its next version; when nothing has changed since the last one, that one is the answer.
 * A version of code that is read in place keeps its configuration, but its code goes on changing with the folder.
 */
export function publish(
	found: LambdaFunction,
	{ ids }: { readonly ids: Ids },
	description?: string,
): { readonly function: LambdaFunction; readonly version: FunctionVersion } {
	const { latest, lastPublished } = found;
	const content = contentOf(latest);
	const last = found.versions.find(({ version }) => version === lastPublished?.version);
	if (last !== undefined && lastPublished?.content === content) return { function: found, version: last };
	const version: FunctionVersion = {
		...latest,
		version: String(found.nextVersion),
		description: description ?? latest.description,
		revision: ids.uuid(),
	};
	const changed: LambdaFunction = {
		...found,
		// Publishing is a change of the function itself, too.
		latest: { ...latest, revision: ids.uuid() },
		versions: [...found.versions, version],
		nextVersion: found.nextVersion + 1,
		lastPublished: { version: version.version, content },
	};
	return { function: changed, version };
}

function contentOf(latest: FunctionVersion): string {
	const { lastModified: _lastModified, revision: _revision, generation: _generation, ...content } = latest;
	return JSON.stringify(content);
}
