import type { Features } from "./results.ts";

/** All features that the server has; what is not here it does not offer. */
export const features: Partial<Features> = {};
