import assert from "node:assert/strict";
import type { Span } from "../../../language/vtl/nodes.ts";
import type { ModelFacts, Place } from "../../../server/app/knowledge.ts";
import { noApp, unknownPlace } from "../../../server/app/knowledge.ts";
import { createView } from "../../../server/createView.ts";
import type { TemplateView } from "../../../server/templateView.ts";

/** A template with `|` for the cursor, or `⟦` and `⟧` around a range, taken apart. */
export function marked(text: string): { readonly text: string; readonly offset: number; readonly range: Span } {
	const ranged = text.indexOf("⟦");
	if (ranged !== -1) {
		const end = text.indexOf("⟧") - 1;
		return { text: text.replace("⟦", "").replace("⟧", ""), offset: ranged, range: { start: ranged, end } };
	}
	const offset = text.indexOf("|");
	assert.notEqual(offset, -1, `${text} has no cursor`);
	return { text: text.slice(0, offset) + text.slice(offset + 1), offset, range: { start: offset, end: offset } };
}

/** The view of a template that gets orders: with a model of its body, parameters, stage variables and a sample. */
export function orderView(text: string, known: Partial<TemplateView> = {}): TemplateView {
	return createView(text, {
		id: "file:///orders/create.vtl",
		place: orderPlace,
		app: { ...noApp, models: [orderModel], stageVariables: orderPlace.stageVariables },
		samples: [
			{
				input: {
					body: JSON.stringify({ id: "o-1", price: 9.5, items: [{ sku: "pen", quantity: 2 }], "odd name": true }),
					headers: { "X-Trace": "t-1" },
					path: { customerId: "c-1" },
					query: { limit: "10" },
				},
				context: { requestId: "r-1", stage: "dev" },
				stageVariables: { ordersTable: "orders-dev" },
			},
		],
		...known,
	});
}

const declaration = (start: number, end: number) => ({ uri: "file:///orders/template.yaml", start, end });

export const orderModel: ModelFacts = {
	name: "Order",
	declared: declaration(100, 105),
	contentType: "application/json",
	schema: {
		type: "object",
		required: ["id"],
		properties: {
			id: { type: "string", description: "The id that the customer chose." },
			price: { type: "number" },
			items: {
				type: "array",
				items: { type: "object", properties: { sku: { type: "string" }, quantity: { type: "integer" } } },
			},
			"odd name": { type: "boolean" },
		},
	},
	at: (pointer) => declaration(200 + pointer.length, 210 + pointer.length),
};

export const orderPlace: Place = {
	...unknownPlace,
	part: "request",
	contentType: "application/json",
	input: orderModel,
	parameters: {
		path: [{ name: "customerId", declared: declaration(1, 11) }],
		querystring: [{ name: "limit", declared: declaration(12, 17) }],
		header: [{ name: "X-Trace", declared: declaration(18, 25) }],
	},
	stageVariables: [{ name: "ordersTable", declared: declaration(30, 41), value: "orders-dev" }],
};
