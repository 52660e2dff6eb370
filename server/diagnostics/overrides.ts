import type { Use } from "../../language/vtl/analysis/flow.ts";
import { literalText } from "../../language/vtl/analysis/literalText.ts";
import type { SetStatement } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";
import { everyStatement } from "./everyStatement.ts";

/** A `#set($context.requestOverride.header.X = …)`. */
export type Override = {
	readonly statement: SetStatement;
	/** `requestOverride.header.X` */
	readonly name: string;
};

export function overridesIn({ tree }: TemplateView): readonly Override[] {
	const sets = everyStatement(tree.nodes).filter((it) => it.kind === "set" && it.target.name === "context");
	return sets.flatMap((statement): Override[] => {
		if (statement.kind !== "set") return [];
		const name = overrideName(statement.target);
		return name === undefined ? [] : [{ statement, name }];
	});
}

function overrideName({ path }: Use["reference"]): string | undefined {
	const parts = path.map((it) =>
		it.kind === "index" ? literalText(it.index) : it.kind === "property" ? it.name : undefined,
	);
	if (parts.includes(undefined)) return undefined;
	const [object, place, name] = parts;
	if (object !== "requestOverride" && object !== "responseOverride") return undefined;
	const complete = place === "status" ? parts.length === 2 : name !== undefined;
	return complete ? parts.join(".") : undefined;
}
