import type { MappingEnvironment } from "../language/vtl/bindings/environment.ts";
import type { Template } from "../language/vtl/nodes.ts";
import type { AppKnowledge, Place } from "./app/knowledge.ts";

/**
 * One template as language features and diagnostics see it, whether it is a file of its own or a string in a YAML or JSON
 * document. All offsets count UTF-16 units of `text`; where they are in the document is the connection's affair. A view is
 * a value: a change makes a new one.
 */
export type TemplateView = {
	readonly id: TemplateId;
	readonly text: string;
	readonly tree: Template;
	/** Which mapping template of the app this is, as far as the app says. */
	readonly place: Place;
	readonly app: AppKnowledge;
	/** Calls to try the template with, made from the model of its input. The best first; may be empty. */
	readonly samples: readonly MappingEnvironment[];
	/** Bodies that the template was given in the running app, the newest first. */
	readonly recorded: readonly string[];
};

/** The URI of the document; for a template inside a document with `#` and the JSON pointer of its string. */
export type TemplateId = string;
