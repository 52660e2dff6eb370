import * as vscode from "vscode";
import type {
	PreviewHost,
	PreviewPanel,
	RenderAnswer,
	RenderParams,
	SampleChoice,
	TextRange,
} from "../../protocol/preview.ts";
import type { Apps } from "../apps.ts";
import { readRecordedRequest, recordedRequests } from "../preview/recordedRequests.ts";
import { type RenderQueue, renderQueue } from "../preview/renderQueue.ts";
import { readSampleFile, sampleFiles, sampleUri, saveSample } from "../preview/sampleFiles.ts";
import { openPanel, type Panel } from "./panel.ts";

export type PreviewNeeds = {
	readonly extension: vscode.Uri;
	readonly apps: Apps;
	/** Asks the language server; null where there is no template. */
	readonly render: (params: RenderParams) => Promise<RenderAnswer | null>;
};

/** What is previewed: a document and, once the server has told it, which of its templates. */
type Target = { readonly document: vscode.TextDocument; position: vscode.Position; templateId: string | undefined };

/** The window's preview: it shows the template that the cursor was last in, and follows what is typed. */
export class Preview implements vscode.Disposable {
	readonly #needs: PreviewNeeds;
	readonly #queue: RenderQueue;
	readonly #choices = new Map<string, string>();
	#listening: vscode.Disposable | undefined;
	#panel: Panel<PreviewPanel> | undefined;
	#target: Target | undefined;
	#answer: RenderAnswer | undefined;
	#samples: readonly SampleChoice[] = [];
	/** The samples are looked for again with the next rendering. */
	#samplesAreOld = true;
	/** The output to compare with, and whether the next one is that. */
	#before: string | undefined;
	#output: string | undefined;

	constructor(needs: PreviewNeeds) {
		this.#needs = needs;
		this.#queue = renderQueue(
			() => this.#render(),
			(error) => this.#nothing(error instanceof Error ? error.message : String(error)),
		);
	}

	/** Opens the preview beside a template: the one that a code lens names, else the one that the cursor is in. */
	async open(templateId?: string): Promise<void> {
		const editor = vscode.window.activeTextEditor;
		const named = templateId === undefined ? undefined : editorOf(templateId);
		if (named !== undefined) this.#aim(named);
		else if (editor !== undefined) this.#aim(editor);
		if (named !== undefined && this.#target !== undefined) {
			this.#target.templateId = templateId;
			this.#samplesAreOld = true;
		}
		if (this.#target === undefined) throw new Error(vscode.l10n.t("Open a mapping template, then its preview."));
		if (this.#panel === undefined) this.#connect();
		else this.#panel.view.reveal(undefined, true);
		this.#queue.want();
	}

	dispose(): void {
		this.#queue.dispose();
		this.#listening?.dispose();
		this.#panel?.view.dispose();
	}

	#connect(): void {
		const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
		const description = { name: "preview", title: vscode.l10n.t("Template Preview"), column };
		const panel = openPanel<PreviewHost, PreviewPanel>(this.#needs.extension, description, this.#host());
		this.#panel = panel;
		const listening = this.#listen();
		this.#listening = listening;
		panel.view.onDidDispose(() => {
			listening.dispose();
			if (this.#panel === panel) this.#panel = undefined;
		});
	}

	#listen(): vscode.Disposable {
		const files = vscode.workspace.createFileSystemWatcher("**/*.sample.json");
		const look = () => {
			this.#samplesAreOld = true;
			this.#queue.want();
		};
		return vscode.Disposable.from(
			files,
			files.onDidCreate(look),
			files.onDidDelete(look),
			files.onDidChange(look),
			this.#needs.apps.onDidChange(look),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (document === this.#target?.document || document.uri.toString() === this.#sampleFile()) this.#queue.want();
			}),
			vscode.workspace.onDidSaveTextDocument((document) => {
				if (document !== this.#target?.document) return;
				this.#before = this.#output;
				look();
			}),
			vscode.window.onDidChangeActiveTextEditor((editor) => {
				if (editor !== undefined && holdsTemplates(editor.document) && this.#aim(editor)) look();
			}),
			vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#cursorMoved(textEditor)),
		);
	}

	#host(): PreviewHost {
		return {
			opened: async () => {
				this.#samplesAreOld = true;
				this.#queue.want();
			},
			pick: async (piece) => {
				const outcome = this.#answer?.outcome;
				const found = outcome?.kind === "rendered" ? outcome.pieces[piece] : undefined;
				if (found !== undefined) await this.#select(found.template);
			},
			showFailure: async () => {
				const outcome = this.#answer?.outcome;
				if (outcome?.kind === "failed") await this.#select(outcome.at);
				else if (outcome?.kind === "badSample") await this.#editSample();
			},
			chooseSample: async (id) => {
				if (this.#answer === undefined || !this.#samples.some((it) => it.id === id)) return;
				this.#choices.set(this.#answer.templateId, id);
				this.#before = undefined;
				this.#queue.want();
			},
			editSample: () => this.#editSample(),
		};
	}

	/** Takes the editor's document for the one to show; whether that is another than before. */
	#aim({ document, selection }: vscode.TextEditor): boolean {
		if (this.#target?.document === document) {
			this.#target.position = selection.active;
			return false;
		}
		this.#target = { document, position: selection.active, templateId: undefined };
		this.#before = undefined;
		return true;
	}

	#cursorMoved(editor: vscode.TextEditor): void {
		const target = this.#target;
		if (target?.document !== editor.document) return;
		target.position = editor.selection.active;
		// A document may have another template where the cursor now is.
		if (editor.document.languageId !== "apigw-vtl") {
			target.templateId = undefined;
			this.#queue.want();
		}
		this.#highlight(editor.selection);
	}

	#highlight(selection: vscode.Selection): void {
		const outcome = this.#answer?.outcome;
		if (outcome?.kind !== "rendered") return;
		const pieces = outcome.pieces.flatMap(({ template }, i) => (meets(rangeOf(template), selection) ? [i] : []));
		this.#panel?.there.highlight(pieces).catch(() => {}); // A hidden panel asks when it is shown.
	}

	async #render(): Promise<void> {
		const target = this.#target;
		const panel = this.#panel;
		// A hidden panel asks for everything again when it is shown.
		if (target === undefined || panel === undefined || !panel.view.visible) return;
		const answer = await this.#ask(target);
		if (target !== this.#target) return;
		if (answer === null) return this.#nothing(vscode.l10n.t("The cursor is in no mapping template."));
		if (answer.templateId !== this.#answer?.templateId) this.#before = undefined;
		this.#answer = answer;
		target.templateId = answer.templateId;
		const { outcome } = answer;
		if (outcome.kind === "rendered") {
			this.#output = outcome.pieces.map((it) => it.text).join("");
			this.#before ??= this.#output;
		}
		const chosen = this.#chosen(answer.templateId);
		// Not waited for: a panel that is just opening or hidden does not answer, and asks when it is there.
		panel.there
			.show({ kind: "preview", title: answer.title, samples: this.#samples, chosen, outcome, before: this.#before })
			.catch(() => {});
		const editor = vscode.window.visibleTextEditors.find((it) => it.document === target.document);
		if (editor !== undefined) this.#highlight(editor.selection);
	}

	/** Renders; a template that is met for the first time once more, with the samples that it turns out to have. */
	async #ask({ document, position, templateId }: Target): Promise<RenderAnswer | null> {
		const params = { uri: document.uri.toString(), position: { line: position.line, character: position.character } };
		const known = templateId ?? this.#answer?.templateId;
		let sample = known === undefined ? undefined : await this.#sampleText(known);
		const ask = (id: string | undefined) =>
			this.#needs.render({
				...params,
				...(id === undefined ? {} : { templateId: id }),
				...(sample === undefined ? {} : { sample }),
			});
		// A cursor that has left the templates of its document leaves the last one shown.
		const last = known?.startsWith(params.uri) === true ? known : undefined;
		const answer = (await ask(templateId)) ?? (last === undefined ? null : await ask(last));
		if (answer === null || (answer.templateId === known && !this.#samplesAreOld)) return answer;
		await this.#findSamples(answer);
		sample = await this.#sampleText(answer.templateId);
		return ask(answer.templateId);
	}

	async #findSamples({ templateId, methods }: RenderAnswer): Promise<void> {
		this.#samplesAreOld = false;
		const [files, requests] = await Promise.all([sampleFiles(templateId), recordedRequests(this.#needs.apps, methods)]);
		this.#samples = [...files, ...requests, { id: made, label: vscode.l10n.t("A sample made from the model") }];
	}

	#chosen(templateId: string): string {
		const wanted = this.#choices.get(templateId);
		const found = this.#samples.find((it) => it.id === wanted) ?? this.#samples[0];
		return found?.id ?? made;
	}

	async #sampleText(templateId: string): Promise<string | undefined> {
		const id = this.#chosen(templateId);
		return (await readSampleFile(id)) ?? (await readRecordedRequest(id));
	}

	#sampleFile(): string | undefined {
		return this.#answer === undefined ? undefined : sampleUri(this.#chosen(this.#answer.templateId))?.toString();
	}

	async #editSample(): Promise<void> {
		const answer = this.#answer;
		if (answer === undefined) return;
		let uri = sampleUri(this.#chosen(answer.templateId));
		if (uri === undefined) {
			const saved = await saveSample(answer.templateId, answer.call);
			this.#samples = [saved, ...this.#samples];
			this.#choices.set(answer.templateId, saved.id);
			uri = sampleUri(saved.id);
			this.#queue.want();
		}
		if (uri !== undefined) await vscode.window.showTextDocument(uri, { viewColumn: this.#editorColumn() });
	}

	async #select(range: TextRange): Promise<void> {
		if (this.#target === undefined) return;
		const selection = rangeOf(range);
		await vscode.window.showTextDocument(this.#target.document, { viewColumn: this.#editorColumn(), selection });
	}

	#editorColumn(): vscode.ViewColumn {
		const document = this.#target?.document;
		const editor = vscode.window.visibleTextEditors.find((it) => it.document === document);
		return editor?.viewColumn ?? vscode.ViewColumn.One;
	}

	#nothing(message: string): void {
		this.#panel?.there.show({ kind: "none", message }).catch(() => {}); // Hidden: it asks as it is shown.
	}
}

/** The sample that is no file and no recording. */
const made = "made";

function holdsTemplates({ languageId }: vscode.TextDocument): boolean {
	return languageId === "apigw-vtl" || languageId === "yaml";
}

/** The editor that shows the document of a template: the part of its id before the pointer into it. */
function editorOf(templateId: string): vscode.TextEditor | undefined {
	const [document = ""] = templateId.split("#", 1);
	const uri = vscode.Uri.parse(document).toString();
	return vscode.window.visibleTextEditors.find((it) => it.document.uri.toString() === uri);
}

function rangeOf({ start, end }: TextRange): vscode.Range {
	return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Whether the cursor stands in the range, or the selection shares a character with it. */
function meets(range: vscode.Range, selection: vscode.Selection): boolean {
	if (selection.isEmpty) return range.contains(selection.active) && !range.end.isEqual(selection.active);
	const shared = range.intersection(selection);
	return shared !== undefined && !shared.isEmpty;
}
