import { type Diagnostic, DiagnosticTag } from "vscode-languageserver/node";
import type { CodedFinding } from "../diagnostics/findingsOf.ts";
import { severities } from "./lspKinds.ts";
import { rangeOf } from "./lspPlaces.ts";
import type { OpenTemplate } from "./openTemplates.ts";

/** `pages` is the folder with a page for each code, where the client has one. */
export function lspDiagnostic(
	open: Pick<OpenTemplate, "document" | "map">,
	finding: CodedFinding,
	pages: string | undefined,
): Diagnostic {
	const { code, severity, message, unnecessary } = finding;
	return {
		range: rangeOf(open, finding),
		severity: severities[severity],
		code,
		...(pages === undefined ? {} : { codeDescription: { href: `${pages}/${code}.md` } }),
		source: "Gatewright",
		message,
		...(unnecessary === true ? { tags: [DiagnosticTag.Unnecessary] } : {}),
	};
}
