import { codeActions } from "./codeActions.ts";
import { codeLenses } from "./codeLenses.ts";
import { completion } from "./completion.ts";
import { definition } from "./definition.ts";
import { documentHighlight } from "./documentHighlight.ts";
import { documentLinks } from "./documentLinks.ts";
import { documentSymbols } from "./documentSymbols.ts";
import { folding } from "./folding.ts";
import { formatting } from "./formatting.ts";
import { hover } from "./hover.ts";
import { inlayHints } from "./inlayHints.ts";
import { linkedEditing } from "./linkedEditing.ts";
import { prepareRename } from "./prepareRename.ts";
import { references } from "./references.ts";
import { rename } from "./rename.ts";
import type { Features } from "./results.ts";
import { selectionRanges } from "./selectionRanges.ts";
import { semanticTokens } from "./semanticTokens.ts";
import { signatureHelp } from "./signatureHelp.ts";

/** All features that the server has; what is not here it does not offer. */
export const features: Partial<Features> = {
	completion,
	signatureHelp,
	hover,
	definition,
	references,
	documentHighlight,
	prepareRename,
	rename,
	documentSymbols,
	folding,
	selectionRanges,
	semanticTokens,
	formatting,
	inlayHints,
	codeActions,
	codeLenses,
	linkedEditing,
	documentLinks,
};
