import type { SourceLocation } from "./problem.ts";
import type { Trace } from "./trace.ts";

/** What the extension offers the Invoke panel. */
export type InvokeHost = {
	/** Where the panel begins: what runs now, and the method that it was opened for. */
	opened(): Promise<{ readonly targets: InvokeTargets; readonly choice?: MethodChoice }>;
	/** Sends one request and answers with what came back; only one is under way at a time. */
	send(request: InvokeRequest): Promise<InvokeAnswer>;
	/** Ends the request that is under way, if there is one; its answer is then `cancelled`. */
	cancel(): Promise<void>;
	/** Shows a place in one of the app's files. */
	openSource(location: SourceLocation): Promise<void>;
	/** Starts the app when none runs. */
	start(): Promise<void>;
};

/** What the Invoke panel offers the extension. */
export type InvokePanel = {
	/** The app was started, stopped or deployed again. */
	show(targets: InvokeTargets): Promise<void>;
	/** The user asked for another method, from the tree. */
	choose(choice: MethodChoice): Promise<void>;
};

export type InvokeTargets = {
	readonly state: "stopped" | "starting" | "running";
	readonly apis: readonly InvokeApi[];
};
export type InvokeApi = {
	/** The workspace folder that the app runs in, as a URI; with the name when several folders are open. */
	readonly folder: string;
	readonly folderName?: string;
	readonly id: string;
	readonly name: string;
	readonly stages: readonly { readonly name: string; readonly url: string }[];
	readonly methods: readonly {
		readonly httpMethod: string;
		readonly resourcePath: string;
		readonly integration: string;
	}[];
};

export type MethodChoice = {
	readonly folder: string;
	readonly apiId: string;
	readonly httpMethod: string;
	readonly resourcePath: string;
};

export type NameValue = { readonly name: string; readonly value: string };

/** The request as the user wrote it; the extension makes the URL, so the panel cannot send one anywhere else. */
export type InvokeRequest = {
	readonly folder: string;
	readonly apiId: string;
	readonly stage: string;
	/** The verb that is sent: for an `ANY` method the user's choice. */
	readonly httpMethod: string;
	/** With its parameters filled in, as `/orders/7`, and percent-encoded where the user wants it to be. */
	readonly path: string;
	readonly query: readonly NameValue[];
	readonly headers: readonly NameValue[];
	readonly body: string;
};

export type InvokeAnswer =
	| {
			readonly kind: "answered";
			readonly url: string;
			readonly status: number;
			readonly statusText: string;
			/** In the order and the case in which they came. */
			readonly headers: readonly NameValue[];
			/** Cut when it is long; bytes that are no text are shown in Base64. */
			readonly body: string;
			readonly bodyEncoding: "text" | "base64";
			readonly bodyBytes: number;
			readonly cut: boolean;
			readonly durationMs: number;
			/** The frames, where the request reached a deployed API. */
			readonly trace?: Trace;
	  }
	| { readonly kind: "failed"; readonly message: string }
	| { readonly kind: "cancelled" };
