import { type MemberRef, type Model, type StructureShape, structureShape } from "../model.ts";
import { fromText } from "./httpBindings.ts";
import type { Protocol } from "./protocol.ts";
import { escapeXml, toXml } from "./xmlShapes.ts";

/** Query: `Action` and the members as a form (`Tags.member.1.Key=…`), the answer in XML (STS, IAM, SNS, CloudFormation). */
export const awsQuery: Protocol = {
	parse({ model, operation }, { body, query }) {
		const shape = structureShape(model, operation.input);
		if (shape === undefined) return {};
		const form = new URLSearchParams(body.length > 0 ? body.toString("utf8") : query);
		return structureFromForm(model, shape, tree(form));
	},
	render({ model, name, operation }, answer, requestId) {
		const shape = structureShape(model, operation.output);
		const inner = shape === undefined ? "" : toXml(model, shape, answer);
		const result =
			operation.resultWrapper === undefined ? "" : `<${operation.resultWrapper}>${inner}</${operation.resultWrapper}>`;
		const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
		return xmlResponse(200, `<${name}Response${namespaceOf(model)}>${result}${metadata}</${name}Response>`, requestId);
	},
	renderError({ model }, error, requestId) {
		const code = structureShape(model, error.code)?.error?.code ?? error.code;
		const type = error.status < 500 ? "Sender" : "Receiver";
		const details = `<Error><Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(error.message)}</Message></Error>`;
		const body = `<ErrorResponse${namespaceOf(model)}>${details}<RequestId>${requestId}</RequestId></ErrorResponse>`;
		return xmlResponse(error.status, body, requestId);
	},
};

function xmlResponse(status: number, body: string, requestId: string) {
	return { status, headers: { "x-amzn-RequestId": requestId, "Content-Type": "text/xml" }, body };
}

function namespaceOf(model: Model): string {
	return model.metadata.xmlNamespace === undefined ? "" : ` xmlns="${model.metadata.xmlNamespace}"`;
}

/** A form's fields by the parts of their names: `{ Tags: { member: { 1: { Key: "a" } } } }`. */
type Tree = { [part: string]: string | Tree };

function tree(form: URLSearchParams): Tree {
	const root: Tree = Object.create(null);
	for (const [name, value] of form) {
		const parts = name.split(".");
		let node = root;
		for (const part of parts.slice(0, -1)) {
			const next = node[part];
			node = typeof next === "object" ? next : (node[part] = Object.create(null));
		}
		node[parts.at(-1) ?? ""] = value;
	}
	return root;
}

function structureFromForm(model: Model, shape: StructureShape, node: Tree): Record<string, unknown> {
	const members: Record<string, unknown> = {};
	for (const [name, ref] of Object.entries(shape.members)) {
		const found = node[ref.locationName ?? name];
		if (found !== undefined) members[name] = fromForm(model, ref, found);
	}
	return members;
}

function fromForm(model: Model, ref: MemberRef, node: string | Tree): unknown {
	const shape = model.shapes[ref.shape];
	if (shape?.type === "structure") return typeof node === "string" ? {} : structureFromForm(model, shape, node);
	if (shape?.type === "list") {
		if (typeof node === "string") return [];
		const items = shape.flattened || ref.flattened ? node : node[shape.member.locationName ?? "member"];
		return numbered(items).map((it) => fromForm(model, shape.member, it));
	}
	if (shape?.type === "map") {
		if (typeof node === "string") return {};
		const entries = numbered(shape.flattened || ref.flattened ? node : node["entry"]);
		const key = shape.key.locationName ?? "key";
		const value = shape.value.locationName ?? "value";
		return Object.fromEntries(
			entries.map((it) =>
				typeof it === "string" ? ["", ""] : [text(it[key]), fromForm(model, shape.value, it[value] ?? "")],
			),
		);
	}
	return fromText(model, ref, text(node));
}

function text(node: string | Tree | undefined): string {
	return typeof node === "string" ? node : "";
}

/** `1`, `2`, … in the order of their numbers; gaps are closed, as AWS does. */
function numbered(node: string | Tree | undefined): (string | Tree)[] {
	if (node === undefined || typeof node === "string") return [];
	return Object.entries(node)
		.filter(([index]) => /^\d+$/.test(index))
		.toSorted(([a], [b]) => Number(a) - Number(b))
		.map(([, it]) => it);
}
