import type { StepName } from "../../protocol/trace.ts";
import type { Kernel } from "../aws/service.ts";
import type { AuthorizerCache } from "./authorizers/authorizerCache.ts";
import type { GatewayCall } from "./call.ts";
import type { ApiGatewayHands } from "./hands.ts";
import type { StageCache } from "./stageCache/stageCache.ts";
import type { Stores } from "./stores.ts";
import type { Throttle } from "./throttle.ts";

/** A step of the gateway: it reads and changes the call, tells what it did, or throws a GatewayResponse to end the call. */
export type Step = (call: GatewayCall, gateway: StepNeeds) => StepNote | Promise<StepNote>;

export type StepNeeds = Pick<Kernel, "account" | "region" | "clock" | "ids" | "events"> &
	Pick<Stores, "apiKeys" | "usagePlans" | "usagePlanKeys"> & {
		readonly hands: ApiGatewayHands;
		readonly throttle: Throttle;
		readonly authorizerCache: AuthorizerCache;
		readonly stageCache: StageCache;
	};

/** What a step did, for its frame. */
export type StepNote = {
	/** `ended`: the call has its response, and the steps behind do not run. */
	readonly outcome: "passed" | "skipped" | "ended";
	readonly summary: string;
	/**
	 * What went in and what came out, put together only when somebody reads the trace. It is kept with the trace: what it
	 * closes over is small (`keptBody`), does not change, and is not the call.
	 */
	readonly shown?: Shown | undefined;
	/** The property of the method's definition that decided, for its place in the user's file; after `Api`, one of its API's. */
	readonly property?: readonly string[] | undefined;
};

export type Shown = () => { readonly before?: unknown; readonly after?: unknown };

export type NamedSteps = Readonly<Record<StepName, Step>>;

type Rest = Pick<StepNote, "shown" | "property">;

export function passed(summary: string, { shown, property }: Rest = nothingMore): StepNote {
	return { outcome: "passed", summary, shown, property };
}

export function skipped(summary: string): StepNote {
	return { outcome: "skipped", summary };
}

const nothingMore: Rest = {};
