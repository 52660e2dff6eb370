import assert from "node:assert/strict";
import { join } from "node:path";
import { suite, test } from "node:test";
import type { App } from "../../../protocol/app.ts";
import { startEmulator } from "../startEmulator.ts";

const orders = join(import.meta.dirname, "../../../examples/orders");

suite("The app, as the editor's tree sees it", () => {
	test("has the example's methods, functions and tables, each with its place in the template", async (t) => {
		const { endpoint } = await startEmulator(t, { app: orders });
		const app = (await (await fetch(`${endpoint}/_gatewright/app`)).json()) as App;
		assert.deepEqual(app.problems, []);
		const [api] = app.apis;
		assert.deepEqual([api?.name, api?.stages.map((it) => it.name)], ["orders", ["dev"]]);
		const methods = api?.resources.flatMap((it) =>
			it.methods.map((method) => `${method.httpMethod} ${it.path} ${method.integration}`),
		);
		assert.deepEqual(methods?.toSorted(), [
			"GET /customers/{customerId}/orders AWS",
			"GET /health MOCK",
			"GET /orders/{id} AWS_PROXY",
			"OPTIONS /orders MOCK",
			"POST /customers/{customerId}/notes AWS",
			"POST /orders AWS",
		]);
		assert.deepEqual(app.functions.map((it) => it.logicalId ?? "").toSorted(byText), [
			"CreateOrderFunction",
			"GetOrderFunction",
		]);
		assert.deepEqual(app.tables.map((it) => `${it.logicalId} ${it.status} ${it.indexes.join()}`).toSorted(byText), [
			"NotesTable ACTIVE ",
			"OrdersTable ACTIVE byCustomer",
		]);
		const places = [...(api?.resources ?? []).flatMap((it) => it.methods), ...app.functions, ...app.tables].map(
			(it) => it.source,
		);
		for (const place of places)
			assert.deepEqual([place?.file, (place?.line ?? 0) > 1], [join(orders, "template.yaml"), true]);
	});

	test("is empty without an app", async (t) => {
		const emulator = await startEmulator(t);
		assert.deepEqual(await emulator.ready(), {
			ready: true,
			endpoint: emulator.endpoint,
			apis: [],
			functions: [],
			tables: [],
		});
	});
});

function byText(a: string, b: string): number {
	return a.localeCompare(b);
}
