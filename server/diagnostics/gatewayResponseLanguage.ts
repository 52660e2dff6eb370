import { analysisOf } from "../features/analysisOf.ts";
import { everyStatement } from "./everyStatement.ts";
import type { Finding, Rule } from "./rule.ts";

/** Velocity where there is none: a gateway response only has its variables replaced. */
export const gatewayResponseLanguage: Rule = {
	code: "gateway-response-language",
	severity: "warning",
	gatewayResponses: true,
	check: (view) => {
		if (view.place.part !== "gatewayResponse") return [];
		const directives = everyStatement(view.tree.nodes).flatMap((node): Finding[] => {
			if (node.kind === "directive" && !velocity.has(node.name)) return [];
			if (node.kind !== "set" && node.kind !== "if" && node.kind !== "directive") return [];
			const name = node.kind === "directive" ? node.name : node.kind;
			const start = view.text.indexOf("#", node.start);
			return [{ start, end: start + 1 + name.length, message: `#${name} prints as it stands: ${why}` }];
		});
		const references = analysisOf(view).uses.flatMap(({ reference }): Finding[] => {
			const { name, path, start, end } = reference;
			const replaced = name === "context" || name === "stageVariables" || name === "method";
			if (replaced && path.every(({ kind }) => kind === "property")) return [];
			const message = replaced ? `Methods and indexes are not looked at: ${why}` : `$${name} is not there: ${why}`;
			return [{ start, end, message }];
		});
		return [...directives, ...references];
	},
};

const velocity = new Set(["foreach", "define", "break", "stop"]);
const why =
	"a gateway response is not a Velocity template. It can have $context, $stageVariables and $method.request variables.";
