import type { Connection } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type CodedFinding, findingsOf } from "../diagnostics/findingsOf.ts";
import { identityMap } from "../embedded/textMap.ts";
import type { Guard } from "./guard.ts";
import { lspDiagnostic } from "./lspDiagnostic.ts";
import type { OpenTemplate } from "./openTemplates.ts";

export type Publishing = {
	/** The document, or what it depends on, has changed. */
	changed(document: TextDocument): void;
	closed(document: TextDocument): void;
};

type Needs = {
	readonly connection: Pick<Connection, "sendDiagnostics">;
	readonly guard: Guard;
	readonly pages: () => string | undefined;
	readonly templates: (document: TextDocument) => readonly OpenTemplate[];
	/** What is wrong with the models that the document declares. */
	readonly models: (document: TextDocument) => readonly CodedFinding[];
};

/** So that what comes together is looked at once. */
const waitMsMin = 2;
/** A document that takes long rests as long before it is looked at again, up to this. */
const restMsMax = 500;

/** Looks at what has changed, at once where it can, and tells the editor what is wrong in it. */
export function publishDiagnostics({ connection, guard, pages, templates, models }: Needs): Publishing {
	const waiting = new Map<string, NodeJS.Timeout>();
	/** When a document was looked at last, and how long that took. */
	const looks = new Map<string, { readonly endMs: number; readonly tookMs: number }>();
	const publish = guard("diagnostics", undefined, (document: TextDocument) => {
		const start = performance.now();
		const inTemplates = templates(document).flatMap((open) =>
			findingsOf(open.view).map((it) => lspDiagnostic(open, it, pages())),
		);
		const whole = { document, map: identityMap(document.getText().length) };
		const inModels = models(document).map((it) => lspDiagnostic(whole, it, pages()));
		const diagnostics = [...inTemplates, ...inModels];
		const endMs = performance.now();
		looks.set(document.uri, { endMs, tookMs: endMs - start });
		void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
	});
	const forget = ({ uri }: TextDocument) => {
		clearTimeout(waiting.get(uri));
		waiting.delete(uri);
	};
	return {
		changed: (document) => {
			forget(document);
			const { endMs, tookMs } = looks.get(document.uri) ?? { endMs: 0, tookMs: 0 };
			const restedMs = performance.now() - endMs;
			const waitMs = Math.max(waitMsMin, Math.min(tookMs, restMsMax) - restedMs);
			const timer = setTimeout(() => {
				waiting.delete(document.uri);
				publish(document);
			}, waitMs);
			waiting.set(document.uri, timer);
		},
		closed: (document) => {
			forget(document);
			looks.delete(document.uri);
			void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
		},
	};
}
