import type { Call } from "../call.ts";

/** What is done and compared at once: a call, or a read whose pages or segments are joined on either side. */
export type Step =
	| { readonly kind: "call"; readonly call: Call }
	| { readonly kind: "pages"; readonly call: Call }
	| { readonly kind: "segments"; readonly call: Call; readonly total: number };

export const oneCall = (operation: string, request: Call["request"]): Step => ({
	kind: "call",
	call: { operation, request },
});
