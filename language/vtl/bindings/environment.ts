export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [name: string]: JsonValue };

/** What a call brings: `$input`. */
export type MappingInput = {
	/** As it came; empty when there was none. */
	readonly body: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly path: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string>>;
};

export type MappingEnvironment = {
	readonly input: MappingInput;
	/** `$context`: identity, authorizer, requestId and the rest. */
	readonly context: JsonObject;
	readonly stageVariables: Readonly<Record<string, string>>;
	/** What an earlier template of the same call has overridden. */
	readonly overrides?: Overrides;
};

/**
 * `$context.requestOverride` and `$context.responseOverride` after the template. A template may put anything there, so the
 * values are as they came; API Gateway takes what makes sense.
 */
export type Overrides = {
	readonly requestOverride: JsonValue;
	readonly responseOverride: JsonValue;
};
