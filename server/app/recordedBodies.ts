import { isTrace, traceSample } from "../../language/samples/traceSample.ts";
import type { JsonValue } from "../../language/vtl/bindings/environment.ts";
import { normalUri } from "./files.ts";
import type { Place } from "./knowledge.ts";

/** The bodies that templates were given in the apps that run, as far as the client has told. */
export type RecordedBodies = {
	/** A request of a folder's app, as the emulator recorded it. */
	add(folder: string, trace: JsonValue): void;
	/** The app of a folder runs no more. */
	forget(folder: string): void;
	/** What a template of this place in this file was given last, the newest first. */
	of(uri: string, place: Place): readonly string[];
	/** Changes with what is kept. */
	stamp(): number;
};

export function recordedBodies(): RecordedBodies {
	const kept = new Map<string, Kept>();
	let changes = 0;
	return {
		stamp: () => changes,
		add: (given, trace) => {
			if (!isTrace(trace)) return;
			const { method, resourcePath } = trace;
			if (typeof method !== "string" || typeof resourcePath !== "string") return;
			const folder = folderUri(given);
			for (const part of ["request", "response"] as const) {
				const call = traceSample(trace, part);
				if (typeof call === "string" || !isJson(call.input.body)) continue;
				const key = JSON.stringify([folder, part, method, resourcePath]);
				const bodies = [call.input.body, ...(kept.get(key)?.bodies ?? [])].slice(0, bodiesMax);
				// The oldest goes first, and this is the newest now.
				kept.delete(key);
				kept.set(key, { folder, part, method, resourcePath, bodies });
				const [oldest] = kept.keys();
				if (kept.size > placesMax && oldest !== undefined) kept.delete(oldest);
				changes++;
			}
		},
		forget: (given) => {
			for (const [key, { folder }] of kept) if (folder === folderUri(given) && kept.delete(key)) changes++;
		},
		of: (given, { part, methods }) => {
			const uri = normalUri(given);
			const found = [...kept.values()].filter(
				(one) =>
					one.part === part &&
					uri.startsWith(`${one.folder}/`) &&
					methods.some(
						({ httpMethod, path }) => path === one.resourcePath && (httpMethod === "ANY" || httpMethod === one.method),
					),
			);
			return found.flatMap(({ bodies }) => bodies).slice(0, bodiesMax);
		},
	};
}

type Kept = {
	readonly folder: string;
	readonly part: "request" | "response";
	readonly method: string;
	readonly resourcePath: string;
	readonly bodies: readonly string[];
};

/** Of each method and side; and so many of those. */
const bodiesMax = 3;
const placesMax = 300;
const lengthMax = 100_000;

function isJson(body: string): boolean {
	if (body === "" || body.length > lengthMax) return false;
	try {
		JSON.parse(body);
		return true;
	} catch {
		return false;
	}
}

function folderUri(folder: string): string {
	return normalUri(folder).replace(/\/$/, "");
}
