import type { JsonObject } from "../../language/vtl/bindings/environment.ts";
import type { Span, Template } from "../../language/vtl/nodes.ts";
import type { EventType } from "../models/eventType.ts";
import type { TemplateId } from "../templateView.ts";

/** What the app's template and OpenAPI documents declare, as far as they can be read. Empty for a template without an app. */
export type AppKnowledge = {
	readonly methods: readonly MethodFacts[];
	readonly models: readonly ModelFacts[];
	readonly functions: readonly FunctionFacts[];
	readonly stageVariables: readonly StageVariable[];
	/** All mapping templates of the app, this one included, for what reaches across files. */
	readonly templates: readonly AppTemplate[];
};

export type FilePlace = Span & { readonly uri: string };

/** A name and where it is declared: the name itself, so that renaming can replace it. */
export type Declared = { readonly name: string; readonly declared: FilePlace };

export type IntegrationType = "AWS" | "AWS_PROXY" | "HTTP" | "HTTP_PROXY" | "MOCK";

export type MethodFacts = {
	/** The API's name in the document that declares it: a logical id, or a title. */
	readonly api: string;
	/** In capitals; `ANY` for any. */
	readonly httpMethod: string;
	readonly path: string;
	readonly declared: FilePlace;
	readonly integration: IntegrationType | undefined;
	readonly parameters: Parameters;
	/** By content type. */
	readonly requestModels: ReadonlyMap<string, ModelFacts>;
	/** By status, then by content type. */
	readonly responseModels: ReadonlyMap<string, ReadonlyMap<string, ModelFacts>>;
	/** The logical id of the function behind it, and where its handler is. */
	readonly function: FunctionFacts | undefined;
};

export type Parameters = {
	readonly path: readonly Declared[];
	readonly querystring: readonly Declared[];
	readonly header: readonly Declared[];
};

export type FunctionFacts = Declared & {
	/** `src/create.handler` as written. */
	readonly handler: string | undefined;
	/** Where that is written in the function's own properties. */
	readonly handlerAt?: Span | undefined;
	/** The file of the handler, where it can be told and exists. */
	readonly file: string | undefined;
	/** The type of the handler's event, where its source says it. */
	readonly event?: EventType | undefined;
};

export type ModelFacts = Declared & {
	/** JSON Schema, draft 4. */
	readonly schema: JsonObject;
	readonly contentType: string;
	/** Offsets in the file of what stands at a JSON pointer of the schema, such as `/properties/id`. */
	at(pointer: string): FilePlace | undefined;
};

export type StageVariable = Declared & { readonly value: string };

/** A template of the app, read when asked. */
export type AppTemplate = {
	readonly id: TemplateId;
	readonly place: Place;
	/** Where the text is: the file itself, or the string in its document. */
	readonly source: FilePlace;
	tree(): Template;
};

export type PlaceUse = { readonly at: FilePlace; readonly method: MethodFacts | undefined };

/** Which mapping template this is. Where several methods share a file, what they have in common. */
export type Place = {
	readonly part: "request" | "response" | "gatewayResponse" | "unknown";
	/** The key it stands under, such as `application/json`. */
	readonly contentType: string | undefined;
	/** Where documents have it or include it, and for which method each. */
	readonly uses: readonly PlaceUse[];
	/** The methods that use it; more than one where a file is shared, none for a gateway response. */
	readonly methods: readonly MethodFacts[];
	/** All are proxy integrations, which use no mapping templates. */
	readonly proxy: boolean;
	/** What the methods declare, merged. */
	readonly parameters: Parameters;
	/** The stage variables of the API's stages. */
	readonly stageVariables: readonly StageVariable[];
	/** The model of the body that the template reads as `$input`, where declared. */
	readonly input: ModelFacts | undefined;
	/** The model of what the template makes, where declared: a response's. */
	readonly output: ModelFacts | undefined;
	/** The status of the method response, or the gateway response's type. */
	readonly answers: string | undefined;
};

export const noParameters: Parameters = { path: [], querystring: [], header: [] };

export const unknownPlace: Place = {
	part: "unknown",
	contentType: undefined,
	uses: [],
	methods: [],
	proxy: false,
	parameters: noParameters,
	stageVariables: [],
	input: undefined,
	output: undefined,
	answers: undefined,
};

export const noApp: AppKnowledge = { methods: [], models: [], functions: [], stageVariables: [], templates: [] };
