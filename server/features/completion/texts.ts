import type { Cursor } from "../../../language/vtl/analysis/cursor.ts";
import { describeType } from "../../../language/vtl/analysis/describeType.ts";
import { partsOf } from "../../../language/vtl/analysis/joinTypes.ts";
import type { Member, Type } from "../../../language/vtl/analysis/types.ts";
import type { Span } from "../../../language/vtl/nodes.ts";
import type { TemplateView } from "../../templateView.ts";
import { chainType } from "../chainType.ts";
import type { Completion } from "../results.ts";
import { withPage } from "../withPage.ts";
import { seenBody, worldOf } from "../worldOf.ts";
import { pathCompletions } from "./paths.ts";

/** What can be written between the quotes of an argument: a JSONPath, a parameter's name, a key of a map. */
export function textCompletions(
	view: TemplateView,
	cursor: Extract<Cursor, { kind: "text" }>,
	offset: number,
): readonly Completion[] {
	const { chain, method, argument, quote, start } = cursor;
	if (argument !== 0) return [];
	const root = chain.replace(/^\$!?\{?/, "$");
	if (root === "$input" && (method === "path" || method === "json")) {
		const declared = pathCompletions(worldOf(view).body, view.text, start, offset, quote);
		if (view.recorded.length === 0 || view.place.input === undefined) return declared;
		// The app may be sent more than its model says.
		const labels = new Set(declared.map(({ label }) => label));
		const seen = pathCompletions(seenBody(view), view.text, start, offset, quote);
		return [...declared, ...seen.filter(({ label }) => !labels.has(label)).map(recordedOnly)];
	}
	const close = view.text.slice(offset).search(/['"\n]/);
	const span = { start, end: close === -1 ? offset : Math.min(offset + close, offset + 200) };
	if (root === "$input" && method === "params") return parameterCompletions(view, span);
	if (method !== "get" && method !== "containsKey" && method !== "getOrDefault") return [];
	const found = keysOf(chainType(view, chain, offset)).map((member) => keyCompletion(member, span));
	return chain.endsWith(".header") ? withUsualHeaders(found, span) : found;
}

/** Behind what the model has. */
function recordedOnly(completion: Completion): Completion {
	const { detail = "", label } = completion;
	return { ...completion, detail: `${detail} (recorded, not in the model)`.trimStart(), sortText: `2${label}` };
}

function parameterCompletions(view: TemplateView, span: Span): readonly Completion[] {
	const { parameters } = worldOf(view);
	const found = parameters.members.names.flatMap((place, i) => {
		const values = parameters.members.get(place)?.type();
		return values === undefined
			? []
			: keysOf(values).map((member) => ({
					...keyCompletion(member, span),
					detail: shown[place] ?? place,
					sortText: `${i}`,
				}));
	});
	return withUsualHeaders(found, span);
}

function withUsualHeaders(found: readonly Completion[], span: Span): readonly Completion[] {
	const seen = new Set(found.map(({ label }) => label.toLowerCase()));
	const usual = usualHeaders.filter((name) => !seen.has(name.toLowerCase()));
	return [
		...found,
		...usual.map((name) => ({
			...keyCompletion({ name, type: () => unknownText }, span),
			detail: "a usual header",
			sortText: "9",
		})),
	];
}

const unknownText: Type = { kind: "String" };
const shown: Readonly<Record<string, string>> = {
	path: "path parameter",
	querystring: "query string parameter",
	header: "header",
};
const usualHeaders = [
	"Accept",
	"Accept-Language",
	"Authorization",
	"Content-Type",
	"Host",
	"Origin",
	"Referer",
	"User-Agent",
	"X-Forwarded-For",
	"X-Forwarded-Port",
	"X-Forwarded-Proto",
	"X-Amzn-Trace-Id",
	"x-api-key",
];

function keysOf(type: Type): readonly Member[] {
	return partsOf(type).flatMap((part) => {
		if (part.kind !== "Map") return [];
		return part.members.names.flatMap((name) => part.members.get(name) ?? []);
	});
}

function keyCompletion(member: Member, span: Span): Completion {
	const { name, documentation: text, page } = member;
	const documentation = withPage(text, page);
	return {
		...span,
		label: name,
		kind: "value",
		newText: name,
		snippet: false,
		detail: describeType(member.type()),
		...(documentation === undefined ? {} : { documentation }),
	};
}
