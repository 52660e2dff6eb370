import type { Cursor } from "../../../language/vtl/analysis/cursor.ts";
import { describeType } from "../../../language/vtl/analysis/describeType.ts";
import { partsOf } from "../../../language/vtl/analysis/joinTypes.ts";
import { gettersOf } from "../../../language/vtl/analysis/memberType.ts";
import { methodsOfType, type TypeMethod } from "../../../language/vtl/analysis/methods/methodsOfType.ts";
import { isName, nameEnd } from "../../../language/vtl/analysis/names.ts";
import { anyMap, listOf, plain, type Type, unknown } from "../../../language/vtl/analysis/types.ts";
import type { Span } from "../../../language/vtl/nodes.ts";
import type { TemplateView } from "../../templateView.ts";
import { chainType } from "../chainType.ts";
import type { Completion } from "../results.ts";
import { signatureLabel } from "../signatureLabel.ts";
import { withPage } from "../withPage.ts";

/** What can stand behind the dot: keys, getters, then methods, each overload once. */
export function memberCompletions(
	view: TemplateView,
	{ chain, start }: Extract<Cursor, { kind: "member" }>,
	offset: number,
): readonly Completion[] {
	const span = { start, end: Math.max(offset, nameEnd(view.text, start)) };
	const type = chainType(view, chain, offset);
	const called = view.text[span.end] === "(";
	const found = [...keyCompletions(type, span), ...getterCompletions(type, span)];
	const known = type.kind !== "unknown";
	// The members of `$input` and `$util` come in the order of AWS's page.
	const bound = type.kind === "Bound";
	const methods = known ? methodsOfType(type) : commonMethods();
	const labels = new Set(found.map(({ label }) => label));
	for (const [name, overloads] of byName(methods)) {
		// `$foreach.hasNext` needs no parentheses.
		if (!labels.has(name))
			found.push(
				methodCompletion(name, overloads, span, {
					called,
					known,
					order: bound ? `${found.length}`.padStart(2, "0") : "",
				}),
			);
	}
	return found;
}

function byName(methods: readonly TypeMethod[]): ReadonlyMap<string, readonly TypeMethod[]> {
	const result = new Map<string, TypeMethod[]>();
	for (const method of methods) {
		const overloads = result.get(method.name);
		if (overloads === undefined) result.set(method.name, [method]);
		else overloads.push(method);
	}
	return result;
}

function keyCompletions(type: Type, span: Span): readonly Completion[] {
	const found: Completion[] = [];
	for (const part of partsOf(type)) {
		if (part.kind === "Bound" && part.name === "$input") {
			found.push({
				...span,
				label: "body",
				kind: "property",
				newText: "body",
				snippet: false,
				detail: "String",
				documentation: "The body as it came, as text. An empty body is `{}`.",
				sortText: "0body",
			});
		}
		if (part.kind !== "Map") continue;
		for (const name of part.members.names) {
			const member = part.members.get(name);
			if (member === undefined) continue;
			const documentation = withPage(member.documentation, member.page);
			const simple = isName(name);
			found.push({
				...span,
				label: name,
				kind: "field",
				// A name that cannot stand behind a dot is asked for.
				newText: simple ? name : `get('${name}')`,
				snippet: false,
				detail: describeType(member.type()),
				...(documentation === undefined ? {} : { documentation }),
				sortText: `0${name}`,
			});
		}
	}
	return found;
}

function getterCompletions(type: Type, span: Span): readonly Completion[] {
	const found: Completion[] = [];
	for (const part of partsOf(type)) {
		if (part.kind === "Map") continue;
		for (const [name, { returns, documentation }] of gettersOf(part)) {
			// `class` and the like help nobody, but for a loop's scope and an entry getters are the way.
			if (name === "class") continue;
			const usual = part.kind === "Scope" || part.kind === "ScopeInfo" || part.kind === "Entry";
			const detail = describeType(returns);
			const sortText = `${usual ? "0" : "3"}${name}`;
			found.push({
				...span,
				label: name,
				kind: "property",
				newText: name,
				snippet: false,
				detail,
				documentation,
				sortText,
			});
		}
	}
	return found;
}

function methodCompletion(
	name: string,
	overloads: readonly TypeMethod[],
	span: Span,
	{ called, known, order }: { readonly called: boolean; readonly known: boolean; readonly order: string },
): Completion {
	const [first] = overloads;
	const bare = overloads.every(({ parameters }) => parameters.length === 0);
	const quoted = overloads.some(({ parameters }) => parameters[0]?.type === "String");
	const signatures = overloads.map((it) => signatureLabel(it).label);
	const documentation = withPage(
		[
			...(signatures.length > 1 ? [`\`\`\`java\n${signatures.join("\n")}\n\`\`\``] : []),
			first?.documentation ?? "",
		].join("\n\n"),
		first?.page,
	);
	return {
		...span,
		label: name,
		kind: "method",
		newText: called ? name : bare ? `${name}()` : `${name}(${quoted ? "'$1'" : "$1"})`,
		snippet: !called && !bare,
		detail: signatures[0] ?? name,
		...(documentation === undefined ? {} : { documentation }),
		sortText: `${known ? (objectMethods.has(name) ? "4" : "1") : "2"}${order}${name}`,
		again: !called && quoted,
	};
}

const objectMethods = new Set(["equals", "hashCode", "toString", "getClass", "compareTo"]);

let common: readonly TypeMethod[] | undefined;

/** Of a value of which nothing is known: what texts, lists and maps have. */
function commonMethods(): readonly TypeMethod[] {
	common ??= methodsOfType({ kind: "union", types: [plain("String"), listOf(unknown), anyMap] });
	return common;
}
