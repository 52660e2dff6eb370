import type { OpenBlocks } from "./openBlocks.ts";
import type { Reading } from "./reading.ts";

/** What the readers of statements share. */
export type StatementReading = {
	readonly reading: Reading;
	readonly blocks: OpenBlocks;
	/** The names that #macro has declared anywhere in the template. */
	readonly macros: Set<string>;
};
