import type { Analysis } from "../../language/vtl/analysis/analyze.ts";
import { chooseMethod } from "../../language/vtl/analysis/callType.ts";
import { definitionsOf, type Reaching, reachesBinding } from "../../language/vtl/analysis/definition.ts";
import { describeType } from "../../language/vtl/analysis/describeType.ts";
import { blockKeywords } from "../../language/vtl/analysis/keywords.ts";
import { gettersOf, memberOf } from "../../language/vtl/analysis/memberType.ts";
import { methodsOfType } from "../../language/vtl/analysis/methods/methodsOfType.ts";
import { typeOfPath } from "../../language/vtl/analysis/pathType.ts";
import { bindingNames } from "../../language/vtl/analysis/variableStates.ts";
import type { Span } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { bindingDocumentation } from "./bindingDocumentation.ts";
import { directiveDocumentation } from "./directiveDocumentation.ts";
import { type Entity, entityAt } from "./entities.ts";
import type { Hover } from "./results.ts";
import { sampleOf } from "./sampleOf.ts";
import { signatureLabel } from "./signatureLabel.ts";
import { withPage } from "./withPage.ts";

/** What the name at the offset is, what it holds with the best sample, and what AWS says of it. */
export function hover(view: TemplateView, offset: number): Hover | undefined {
	const analysis = analysisOf(view);
	const entity = entityAt(analysis, offset);
	if (entity === undefined) return directiveHover(view, offset);
	const { start, end } = entity;
	const { code, documentation } = explained(view, analysis, entity);
	const sample = sampleOf(view, entity);
	const parts = [
		`\`\`\`vtl\n${code}\n\`\`\``,
		documentation ?? "",
		sample === undefined ? "" : `With the sample: ${inCode(sample)}`,
	];
	return { start, end, markdown: parts.filter((part) => part !== "").join("\n\n") };
}

type Explanation = { readonly code: string; readonly documentation: string | undefined };

function explained(view: TemplateView, analysis: Analysis, entity: Entity): Explanation {
	switch (entity.kind) {
		case "variable": {
			const { name, definition, use } = entity;
			const reaching = use?.reaching ?? analysis.at(name, entity.end);
			const type = definition === undefined ? analysis.typeOfReaching(reaching) : analysis.typeOfDefinition(definition);
			return { code: `$${name}: ${describeType(type)}`, documentation: variableDocumentation(view, name, reaching) };
		}
		case "segment":
			return segmentExplained(view, analysis, entity);
		case "key": {
			const member = memberOf(analysis.typeOfReference(entity.reference, entity.index), entity.name);
			const type = analysis.typeOfReference(entity.reference, entity.index + 1);
			const documentation =
				entity.member?.kind === "parameter" && member === undefined
					? "A parameter of the call: of its path, else its query string, else a header."
					: withPage(member?.documentation, member?.page);
			return { code: `'${entity.name}': ${describeType(type)}`, documentation };
		}
		case "step": {
			const before = typeOfPath(analysis.world.body, entity.path);
			const member = memberOf(before, entity.name);
			const shown = describeType(member?.type() ?? { kind: "unknown" });
			return {
				code: `${entity.path}.${entity.name}: ${shown}`,
				documentation: withOrigin(member?.documentation, entity),
			};
		}
	}
}

function segmentExplained(
	view: TemplateView,
	analysis: Analysis,
	entity: Extract<Entity, { kind: "segment" }>,
): Explanation {
	const { reference, index, name } = entity;
	const receiver = analysis.typeOfReference(reference, index);
	const segment = reference.path[index];
	if (segment?.kind === "method") {
		const types = segment.arguments.map((argument) => analysis.typeOf(argument));
		const method = chooseMethod(methodsOfType(receiver), name, types);
		if (method === undefined) return { code: `${describeType(receiver)}.${name}(…)`, documentation: undefined };
		const returns = describeType(analysis.typeOfReference(reference, index + 1));
		const code = signatureLabel(method).label.replace(
			/: [^:]*$/,
			`: ${method.returns === "nothing" ? "void" : returns}`,
		);
		return { code, documentation: withPage(method.documentation, method.page) };
	}
	const type = analysis.typeOfReference(reference, index + 1);
	const code = `${view.text.slice(reference.nameSpan.start - 1, entity.end).replace(/^[^$]/, "$")}: ${describeType(type)}`;
	const member = memberOf(receiver, name);
	if (member !== undefined)
		return { code, documentation: withOrigin(withPage(member.documentation, member.page), entity) };
	const body =
		receiver.kind === "Bound" && name === "body" ? "The body as it came, as text. An empty body is `{}`." : undefined;
	return { code, documentation: body ?? gettersOf(receiver).get(name)?.documentation };
}

function withOrigin(documentation: string | undefined, entity: Entity): string | undefined {
	if (entity.kind === "variable" || entity.member?.kind !== "model") return documentation;
	const origin = `From the model \`${entity.member.origin.model}\`.`;
	return documentation === undefined || documentation === "" ? origin : `${documentation}\n\n${origin}`;
}

/** So many of the places that set a variable are shown. */
const settersMax = 3;

function variableDocumentation({ text }: TemplateView, name: string, reaching: Reaching): string {
	const bound = bindingNames.find((it) => it === name);
	const parts = bound !== undefined && reachesBinding(reaching) ? [bindingDocumentation(bound)] : [];
	const definitions = definitionsOf(reaching);
	const lines = definitions.slice(0, settersMax).map(({ node, kind }) => {
		if (node.kind === "set") return text.slice(node.start, node.end).trim().slice(0, 200);
		const last = node.arguments.at(-1);
		return kind === "define"
			? `#define($${name})`
			: `#${node.name}(${text.slice(node.arguments[0]?.start, last?.end)})`;
	});
	if (lines.length > 0) {
		const more = definitions.length > settersMax ? `\n\nand ${definitions.length - settersMax} more.` : "";
		parts.push(`Set by\n\`\`\`vtl\n${lines.join("\n")}\n\`\`\`${more}`);
	}
	if (bound === undefined && reaching.unset === "always") parts.push("Nothing sets it before: it prints nothing.");
	if (bound === undefined && reaching.unset === "maybe") parts.push("It may be without a value here.");
	return parts.join("\n\n");
}

function directiveHover({ text, tree }: TemplateView, offset: number): Hover | undefined {
	const word = blockKeywords(tree, offset).find(({ start, end }: Span) => start <= offset && offset <= end);
	if (word === undefined) return undefined;
	const markdown = directiveDocumentation(text.slice(word.start, word.end).replaceAll(/[#{}]/g, ""));
	return markdown === undefined ? undefined : { start: word.start, end: word.end, markdown };
}

function inCode(value: string): string {
	if (value === "") return "*(empty)*";
	if (value.includes("\n")) return `\n\`\`\`\n${value}\n\`\`\``;
	return value.includes("`") ? `\`\` ${value} \`\`` : `\`${value}\``;
}
