import type { bindingNames } from "../../language/vtl/analysis/variableStates.ts";
import { mappingReference } from "../../language/vtl/bindings/member.ts";

/** What a variable is that every mapping template begins with, in Markdown. */
export function bindingDocumentation(name: (typeof bindingNames)[number]): string {
	return `${texts[name]}\n\n[AWS documentation](${mappingReference})`;
}

const texts = {
	input: "What the call brought: its body, and its parameters.",
	util: "Functions for text: escaping, JSON, URLs, base64.",
	context: "Facts of the call and of the API: who called, which stage, which request.",
	stageVariables: "The variables of the stage that was called.",
} as const;
