import type { Rule } from "./rule.ts";

/** All rules, in the order in which their findings are shown. */
export const rules: readonly Rule[] = [];
