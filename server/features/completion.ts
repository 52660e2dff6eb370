import { type Cursor, cursorAt } from "../../language/vtl/analysis/cursor.ts";
import { statementAt } from "../../language/vtl/analysis/nodesAt.ts";
import type { TemplateView } from "../templateView.ts";
import { argumentCompletions } from "./completion/arguments.ts";
import { directiveCompletions } from "./completion/directives.ts";
import { memberCompletions } from "./completion/members.ts";
import { textCompletions } from "./completion/texts.ts";
import { variableCompletions } from "./completion/variables.ts";
import type { Completion } from "./results.ts";

/** What can be written at the offset. */
export function completion(view: TemplateView, offset: number): readonly Completion[] {
	if (isMute(view, offset)) return [];
	const cursor: Cursor | undefined = cursorAt(view.text, offset);
	switch (cursor?.kind) {
		case "variable":
			return variableCompletions(view, cursor, offset);
		case "member":
			return memberCompletions(view, cursor, offset);
		case "text":
			return textCompletions(view, cursor, offset);
		case "directive":
			return directiveCompletions(view, cursor, offset);
		case undefined:
			return argumentCompletions(view, offset) ?? variablesInParentheses(view, offset);
	}
}

/** In a comment or a textblock nothing is read. */
function isMute({ text, tree }: TemplateView, offset: number): boolean {
	const node = statementAt(tree.nodes, offset);
	if (node?.kind === "textblock") return node.start < offset && offset < node.end;
	if (node?.kind !== "comment" || node.start === offset) return false;
	// A line comment ends with its line.
	return offset < node.end || text[offset - 1] !== "\n";
}

/** In the parentheses of a directive, where no `$` is written yet. */
function variablesInParentheses(view: TemplateView, offset: number): readonly Completion[] {
	const before = view.text.slice(Math.max(0, offset - 300), offset);
	const line = before.slice(before.lastIndexOf("\n") + 1);
	if (!expectsValue.test(line)) return [];
	return variableCompletions(view, { kind: "variable", start: offset }, offset, "$");
}

/** A directive's parenthesis is open, and an operator, a comma or nothing stands before the end of the text. */
const expectsValue =
	/#\{?(?:if|elseif|set|foreach)\}?[ \t]*\((?:(?:[^'"()]|'[^']*'|"[^"]*"|\([^()]*\))*(?:[=,!&|<>+*/%(-]|\bin))?[ \t]*$/;
