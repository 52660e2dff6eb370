import type { EventLog } from "../../protocol/events.ts";
import type { Clock } from "./clock.ts";
import type { DocumentStore } from "./documents.ts";
import type { Ids } from "./ids.ts";
import type { ModelName } from "./model.ts";
import type { RecordStore } from "./records.ts";
import type { SourceIndex } from "./sources.ts";

/** What every service is given at start: the account it plays, the time, the ids, the stores, the event stream. */
export type Kernel = {
	readonly account: string;
	readonly region: string;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly events: EventLog;
	readonly records: RecordStore;
	readonly documents: DocumentStore;
	readonly sources: SourceIndex;
	/** Where a service may keep files (function code); removed at the end of a `--memory` run. Absolute. */
	readonly filesDir: string;
	/** `http://127.0.0.1:PORT` once the port is open. Read it when needed, not at construction. */
	endpoint(): string;
};

/** What an operation may know of the call it answers. */
export type Call = {
	readonly requestId: string;
	/** Access key id and whether its signature was verified; absent on calls made inside the emulator. */
	readonly principal?: { readonly accessKeyId: string; readonly verified: boolean };
};

/**
 * One AWS operation: what it needs, what was asked, what it answers. The request has AWS's member names and has passed
 * the model's constraints. In requests and answers a timestamp is a `Date`, a blob a `Uint8Array`.
 */
export type Operation<Needs, Request, Response> = (
	needs: Needs,
	request: Request,
	call: Call,
) => Response | Promise<Response>;

/** A service as the dispatcher sees it: AWS's model by name, and the operations that exist, by AWS's names. */
export type Service = {
	readonly model: ModelName;
	readonly operations: Readonly<Record<string, BoundOperation>>;
	close?(): Promise<void>;
};

export type BoundOperation = (request: never, call: Call) => unknown;

/** Hands its needs to each operation of a table; the table's own types check that the needs suffice. */
export function bind<Needs>(
	needs: Needs,
	operations: Readonly<Record<string, Operation<Needs, never, unknown>>>,
): Record<string, BoundOperation> {
	return Object.fromEntries(
		Object.entries(operations).map(([name, operation]) => [
			name,
			(request: never, call: Call) => operation(needs, request, call),
		]),
	);
}

/** Another service's operation, called inside the emulator exactly as an SDK call would reach it: validated, and refused with an `AwsError`. */
export type CallOperation = (model: ModelName, operation: string, request: object) => Promise<Record<string, unknown>>;
