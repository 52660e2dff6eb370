import type { Budget } from "../evaluate/budget.ts";
import type { Block } from "./values.ts";

/** What printing needs from the evaluation: limits, and the text of a #define block (none when it is too deep in itself). */
export type Printing = { readonly budget: Budget; renderBlock(block: Block): string | undefined };
