import { callAt } from "../../language/vtl/analysis/cursor.ts";
import { methodsOfType, type TypeMethod } from "../../language/vtl/analysis/methods/methodsOfType.ts";
import type { TemplateView } from "../templateView.ts";
import { chainType } from "./chainType.ts";
import type { Signature, SignatureHelp } from "./results.ts";
import { signatureLabel } from "./signatureLabel.ts";
import { withPage } from "./withPage.ts";

/** The overloads of the method whose arguments are being written, and which argument it is. */
export function signatureHelp(view: TemplateView, offset: number): SignatureHelp | undefined {
	const call = callAt(view.text, offset);
	if (call === undefined) return undefined;
	const methods = methodsOfType(chainType(view, call.chain, offset)).filter(({ name }) => name === call.method);
	if (methods.length === 0) return undefined;
	const fitting = methods.findIndex(({ parameters }) => {
		return parameters.length > call.argument || parameters.at(-1)?.type.endsWith("...") === true;
	});
	const activeSignature = Math.max(fitting, 0);
	const count = methods[activeSignature]?.parameters.length ?? 0;
	return {
		signatures: methods.map(signature),
		activeSignature,
		// Behind the last, a method of any number of arguments is still at its last.
		activeParameter: Math.min(call.argument, Math.max(count - 1, 0)),
	};
}

function signature(method: TypeMethod): Signature {
	const { label, parameters } = signatureLabel(method);
	const documentation = withPage(method.documentation, method.page);
	return {
		label,
		...(documentation === undefined ? {} : { documentation }),
		parameters: parameters.map((span, i) => {
			const text = method.parameters[i]?.documentation;
			return text === undefined || text === "" ? span : { ...span, documentation: text };
		}),
	};
}
