import type { AppApi } from "../protocol/app.ts";
import type { InvokeApi, InvokeTargets } from "../protocol/invoke.ts";
import type { Apps } from "./apps.ts";
import type { FolderApp } from "./folderApp.ts";

/** All that can be invoked now, of all apps that run. */
export function invokeTargets({ all, running }: Apps): InvokeTargets {
	const starting = all.some((it) => it.state.kind === "starting");
	return {
		state: running.length > 0 ? "running" : starting ? "starting" : "stopped",
		apis: running.flatMap((it) => apisOf(it, all.length > 1)),
	};
}

function apisOf({ folder, state }: FolderApp, named: boolean): InvokeApi[] {
	if (state.kind !== "running") return [];
	return state.app.apis.map((api) => ({
		folder: folder.uri.toString(),
		...(named ? { folderName: folder.name } : {}),
		id: api.id,
		name: api.name,
		stages: api.stages,
		methods: methodsOf(api),
	}));
}

function methodsOf({ resources }: AppApi): InvokeApi["methods"] {
	return resources
		.toSorted((a, b) => a.path.localeCompare(b.path))
		.flatMap(({ path, methods }) =>
			methods.map(({ httpMethod, integration }) => ({ httpMethod, integration, resourcePath: path })),
		);
}
