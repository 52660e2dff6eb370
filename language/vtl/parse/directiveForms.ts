import type { Dialect } from "../dialect.ts";

/** What an engine knows of a directive beside #set and #if. Every other `#word` prints as it stands, or calls a macro. */
export type DirectiveForm = {
	readonly block: boolean;
	/** What the reference finds wrong before it renders, given the number of arguments and whether there is a block. */
	fault(count: number, block: boolean): string | undefined;
};

const none = (): undefined => undefined;
const needsArguments = (name: string) => (_: number, block: boolean) =>
	block ? undefined : `#${name} needs arguments in parentheses.`;

const gatewayForms: ReadonlyMap<string, DirectiveForm> = new Map<string, DirectiveForm>([
	["foreach", { block: true, fault: needsArguments("foreach") }],
	[
		"define",
		{
			block: true,
			fault: (count, block) =>
				block && count === 1 ? undefined : "#define needs one argument: the name of the block.",
		},
	],
	["literal", { block: true, fault: needsArguments("literal") }],
	["macro", { block: true, fault: none }],
	["break", { block: false, fault: (count) => (count > 1 ? "#break takes a single scope object." : undefined) }],
	["stop", { block: false, fault: (count) => (count > 1 ? "#stop takes a single message." : undefined) }],
]);

const velocityForms: ReadonlyMap<string, DirectiveForm> = new Map<string, DirectiveForm>([
	...gatewayForms,
	["evaluate", { block: false, fault: none }],
	["parse", { block: false, fault: none }],
	["include", { block: false, fault: none }],
]);

export function directiveForms(dialect: Dialect): ReadonlyMap<string, DirectiveForm> {
	return dialect === "apigw" ? gatewayForms : velocityForms;
}

/** What else a backslash turns into text. */
export const escapableDirectives: ReadonlySet<string> = new Set(["if", "end", "set", "else", "elseif"]);
