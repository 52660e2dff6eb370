/** What can be made of a model: `gatewright/fromModel`. */
export type FromModelParams = {
	/** A document of the app, or one that is a model's schema itself. */
	readonly uri: string;
	/** The model by its name; without it the document itself is the schema. */
	readonly model?: string;
	readonly make: "sample" | "typescript" | "template";
	/** Another number gives another sample. */
	readonly seed?: number;
};

/** What can be made of samples: `gatewright/modelFromSamples`. */
export type ModelFromSamplesParams = { readonly samples: readonly string[] };

/** A text to show, or why there is none. */
export type MadeText =
	| { readonly ok: true; readonly text: string; readonly languageId: string }
	| { readonly ok: false; readonly message: string };

/** The models that a document can be asked for: `gatewright/models`. */
export type ModelsParams = { readonly uri: string };
export type ModelsAnswer = {
	readonly models: readonly string[];
	/** The document is itself a schema. */
	readonly isSchema: boolean;
};

/** What the language server is asked beside LSP, by the name of the request. */
export type ModelRequests = {
	readonly "gatewright/models": { readonly params: ModelsParams; readonly answer: ModelsAnswer };
	readonly "gatewright/fromModel": { readonly params: FromModelParams; readonly answer: MadeText };
	readonly "gatewright/modelFromSamples": { readonly params: ModelFromSamplesParams; readonly answer: MadeText };
};
