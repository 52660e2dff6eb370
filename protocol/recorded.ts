import type { Trace } from "./trace.ts";

/** What the client tells the language server of an app that runs: `gatewright/recorded`. The folder is the app's, as a URI. */
export type RecordedParams = { readonly folder: string; readonly trace: Trace };

/** The app of a folder runs no more, and its recorded requests are gone: `gatewright/stopped`. */
export type StoppedParams = { readonly folder: string };
