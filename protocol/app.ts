import type { Problem, SourceLocation } from "./problem.ts";

/** The first line on standard output of `gatewright start --json`. */
export type Ready = {
	readonly ready: true;
	readonly endpoint: string;
	readonly apis: readonly ApiAddress[];
	readonly functions: readonly string[];
	readonly tables: readonly string[];
};

export type ApiAddress = { readonly id: string; readonly name: string; readonly stage: string; readonly url: string };

/** What runs now, for the tree; read at `/_gatewright/app`. Sources are there for what a template made. */
export type App = {
	readonly endpoint: string;
	/** The template that was deployed, absolute; absent for an empty emulator. */
	readonly template?: string;
	readonly apis: readonly AppApi[];
	readonly functions: readonly AppFunction[];
	readonly tables: readonly AppTable[];
	readonly problems: readonly Problem[];
};
export type AppApi = {
	readonly id: string;
	readonly name: string;
	readonly source?: SourceLocation;
	readonly stages: readonly { readonly name: string; readonly url: string }[];
	readonly resources: readonly AppResource[];
};
export type AppResource = {
	readonly id: string;
	readonly path: string;
	readonly methods: readonly {
		readonly httpMethod: string;
		readonly integration: string;
		readonly source?: SourceLocation;
	}[];
};
export type AppFunction = {
	readonly name: string;
	/** What the template calls it; its name is made of this and more. */
	readonly logicalId?: string;
	readonly runtime: string;
	readonly handler: string;
	readonly source?: SourceLocation;
};
export type AppTable = {
	readonly name: string;
	readonly logicalId?: string;
	readonly status: string;
	readonly indexes: readonly string[];
	readonly source?: SourceLocation;
};
