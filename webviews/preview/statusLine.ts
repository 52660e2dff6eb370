import type { RenderOutcome } from "../../protocol/preview.ts";

export type Status = { readonly look: "good" | "bad" | "plain"; readonly text: string; readonly leads: boolean };

/** What there is to say about a rendering, in one line; `leads`: there is a place to go to. */
export function statusLine(outcome: RenderOutcome): Status {
	switch (outcome.kind) {
		case "failed":
			return { look: "bad", text: `Line ${outcome.line}, column ${outcome.column}: ${outcome.message}`, leads: true };
		case "badSample":
			return { look: "bad", text: `The sample ${outcome.message}`, leads: true };
		case "rendered": {
			if (outcome.fault !== undefined) return { look: "bad", text: `Not JSON: ${outcome.fault.message}`, leads: false };
			const length = outcome.pieces.reduce((sum, it) => sum + it.text.length, 0) + outcome.cut;
			if (length === 0) return { look: "plain", text: "The output is empty", leads: false };
			const size = `${length} ${length === 1 ? "character" : "characters"}`;
			return outcome.isJson
				? { look: "good", text: `JSON · ${size}`, leads: false }
				: { look: "plain", text: size, leads: false };
		}
	}
}
