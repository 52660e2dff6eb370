import { isSeq, type Node as YamlNode } from "yaml";
import { entriesOf, type HostDocument, itemsOf, textOf, under } from "../embedded/hostDocument.ts";

/** The logical id (or plain text) that a value is: `!Ref X`, `Ref: X`, `!GetAtt X.Y`, or just `X`. */
export function referredTo(host: HostDocument, node: YamlNode | undefined): string | undefined {
	const attribute = node?.tag === "!GetAtt" ? node : under(host, node, "Fn::GetAtt");
	if (attribute !== undefined) {
		const text = isSeq(attribute) ? textOf(host, itemsOf(host, attribute)[0]) : textOf(host, attribute);
		return text?.split(".")[0];
	}
	return textOf(host, entriesOf(host, node).find(({ key }) => key === "Ref")?.value) ?? textOf(host, node);
}
