import type { Method } from "../methods/methodTable.ts";

/**
 * A member of `$input` or `$util`: what the editor says about it and what the evaluation does are one entry, so that the
 * one can never promise what the other does not do.
 */
export type Member = {
	readonly object: "$input" | "$util";
	/** As it is written in a template, without its parameters. */
	readonly name: string;
	readonly parameters: readonly Parameter[];
	readonly returns: string;
	readonly documentation: string;
	readonly page: string;
	/** The Java method behind it; `getBody()` is what `$input.body` calls. */
	readonly signature: string;
	readonly call: Method;
};

export type Parameter = { readonly name: string; readonly type: string; readonly documentation: string };

/** AWS's page on what templates can use. */
export const mappingReference =
	"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html";
