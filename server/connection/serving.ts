import type { Connection } from "vscode-languageserver/node";
import type { Guard } from "./guard.ts";
import type { Places } from "./lspPlaces.ts";
import type { OpenTemplate } from "./openTemplates.ts";

/** What answering requests takes. */
export type Serving = {
	readonly connection: Connection;
	readonly places: Places;
	readonly guard: Guard;
	/** The folder of the diagnostics' pages. */
	pages(): string | undefined;
	/** The templates of a document by its URI; none where it is not open. */
	templates(uri: string): readonly OpenTemplate[];
};
