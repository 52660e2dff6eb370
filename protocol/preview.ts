/** What the language server answers about a template that is rendered with a sample: `gatewright/render`. */
export type RenderParams = {
	readonly uri: string;
	/** Where the cursor is: a document may have many templates. */
	readonly position: Position;
	/** The template that is meant, when it is known; the position then does not count. */
	readonly templateId?: string;
	/** A sample's text in any of its forms; without it one is made from the model of the template's input. */
	readonly sample?: string;
};

export type Position = { readonly line: number; readonly character: number };
export type TextRange = { readonly start: Position; readonly end: Position };

export type RenderAnswer = {
	readonly templateId: string;
	/** `create-order.request.vtl`, or the place of the string in its document. */
	readonly title: string;
	/** The methods that use the template, as far as the app says. */
	readonly methods: readonly { readonly httpMethod: string; readonly path: string }[];
	readonly side: "request" | "response";
	/** The call that it was rendered with, written down. */
	readonly call: string;
	readonly outcome: RenderOutcome;
};

export type RenderOutcome =
	| {
			readonly kind: "rendered";
			/** The output in pieces; together they are the whole, but for what is cut. */
			readonly pieces: readonly OutputPiece[];
			/** The characters that were left out at the end. */
			readonly cut: number;
			readonly overrides: string | undefined;
			/** Where the output stops being JSON; undefined where it is JSON, or none is due. */
			readonly fault: OutputFault | undefined;
			readonly isJson: boolean;
	  }
	| {
			readonly kind: "failed";
			readonly message: string;
			readonly at: TextRange;
			readonly line: number;
			readonly column: number;
	  }
	| { readonly kind: "badSample"; readonly message: string };

export type OutputPiece = {
	readonly text: string;
	/** What printed it, in the document. */
	readonly template: TextRange;
	/** The input that it came from, such as `/body/id`. */
	readonly input?: string;
};

export type OutputFault = { readonly message: string; readonly piece: number; readonly offset: number };

/** What the preview panel is shown. */
export type PreviewState =
	| { readonly kind: "none"; readonly message: string }
	| {
			readonly kind: "preview";
			readonly title: string;
			readonly samples: readonly SampleChoice[];
			readonly chosen: string;
			readonly outcome: RenderOutcome;
			/** The output when the template was last saved, to be compared with. */
			readonly before: string | undefined;
	  };

export type SampleChoice = { readonly id: string; readonly label: string };

/** What the extension offers the preview panel. */
export type PreviewHost = {
	opened(): Promise<void>;
	/** The piece of the output that was chosen: its place in the template is selected. */
	pick(piece: number): Promise<void>;
	/** Leads to where the template fails. */
	showFailure(): Promise<void>;
	chooseSample(id: string): Promise<void>;
	/** Opens the sample's file; one that is no file yet is saved beside the template first. */
	editSample(): Promise<void>;
};

/** What the preview panel offers the extension. */
export type PreviewPanel = {
	show(state: PreviewState): Promise<void>;
	/** The pieces that the template's cursor is in. */
	highlight(pieces: readonly number[]): Promise<void>;
};
