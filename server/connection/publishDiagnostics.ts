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

/** How long to wait for the next keystroke at least; a template that takes long waits as long again. */
const waitMsMin = 5;
const waitMsMax = 500;

/** Looks at what has changed once the typing pauses, and tells the editor what is wrong in it. */
export function publishDiagnostics({ connection, guard, pages, templates, models }: Needs): Publishing {
	const waiting = new Map<string, NodeJS.Timeout>();
	const tookMs = new Map<string, number>();
	const publish = guard("diagnostics", undefined, (document: TextDocument) => {
		const start = performance.now();
		const inTemplates = templates(document).flatMap((open) =>
			findingsOf(open.view).map((it) => lspDiagnostic(open, it, pages())),
		);
		const whole = { document, map: identityMap(document.getText().length) };
		const inModels = models(document).map((it) => lspDiagnostic(whole, it, pages()));
		const diagnostics = [...inTemplates, ...inModels];
		tookMs.set(document.uri, performance.now() - start);
		void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
	});
	const forget = ({ uri }: TextDocument) => {
		clearTimeout(waiting.get(uri));
		waiting.delete(uri);
	};
	return {
		changed: (document) => {
			forget(document);
			const waitMs = Math.min(waitMsMax, Math.max(waitMsMin, tookMs.get(document.uri) ?? 0));
			const timer = setTimeout(() => {
				waiting.delete(document.uri);
				publish(document);
			}, waitMs);
			waiting.set(document.uri, timer);
		},
		closed: (document) => {
			forget(document);
			tookMs.delete(document.uri);
			void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
		},
	};
}
