import type { TypeName } from "../../language/models/schemaTypes.ts";
import type { EventMember } from "../models/eventType.ts";
import { outputMembers, writesName } from "../models/outputMembers.ts";
import type { TemplateView } from "../templateView.ts";
import type { Finding, Rule } from "./rule.ts";

/** The type of the handler's event has a property that the template does not make, or makes of another type. */
export const handlerEvent: Rule = {
	code: "handler-event",
	severity: "warning",
	check: (view) => {
		const { part, methods } = view.place;
		const [method] = methods;
		if (part !== "request" || method?.integration !== "AWS" || methods.length !== 1) return [];
		const event = method.function?.event;
		if (event === undefined) return [];
		const made = outputMembers(view);
		if (made === undefined) return [];
		return event.members.flatMap((member): Finding[] => {
			const types = made.members.get(member.name);
			if (types === undefined) {
				if (member.optional || writesName(view, member.name)) return [];
				const message = `${event.name}, the event of ${event.file}, has ${member.name}, and this template never makes it.`;
				return [{ ...made.brace, message }];
			}
			const wanted = wantedTypes(member);
			if (!made.bySamples || wanted === undefined || [...types].some((it) => wanted.has(it))) return [];
			const message = `In ${event.name}, the event of ${event.file}, ${member.name} is ${member.type}; this template makes ${[...types].join(" or ")} of it.`;
			return [{ ...nameSpan(view, member.name), message }];
		});
	},
};

/** The JSON types of a TypeScript type that is plain enough to tell; undefined for others. */
function wantedTypes({ type }: EventMember): ReadonlySet<TypeName> | undefined {
	const plain = type.replace(/^readonly\s+/, "");
	if (plain === "string") return new Set(["string"]);
	if (plain === "number") return new Set(["number", "integer"]);
	if (plain === "boolean") return new Set(["boolean"]);
	if (/^[\w$.]+\[\]$|^(?:Readonly)?Array</.test(plain)) return new Set(["array"]);
	return undefined;
}

function nameSpan({ text }: TemplateView, name: string): { readonly start: number; readonly end: number } {
	const start = Math.max(0, text.indexOf(JSON.stringify(name)));
	return { start, end: Math.min(text.length, start + name.length + 2) };
}
