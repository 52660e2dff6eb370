import type { Connection } from "vscode-languageserver/node";
import type { JsonValue } from "../../language/vtl/bindings/environment.ts";
import type { StoppedParams } from "../../protocol/recorded.ts";
import type { RecordedBodies } from "../app/recordedBodies.ts";
import type { Guard } from "./guard.ts";

/** Takes what the client tells of the apps that run: `gatewright/recorded` and `gatewright/stopped`. */
export function takeRecordings(connection: Connection, guard: Guard, recorded: RecordedBodies): void {
	const add = guard(
		"recorded",
		undefined,
		({ folder, trace }: { readonly folder: string; readonly trace: JsonValue }) => recorded.add(folder, trace),
	);
	const forget = guard("stopped", undefined, ({ folder }: StoppedParams) => recorded.forget(folder));
	// A notification has no answer.
	connection.onNotification("gatewright/recorded", (params) => void add(params));
	connection.onNotification("gatewright/stopped", (params) => void forget(params));
}
