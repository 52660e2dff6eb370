import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { opened } from "./opened.ts";

const folder = join(import.meta.dirname, "../../../examples/orders");
const json = (body: unknown): RequestInit => ({
	method: "POST",
	headers: { "content-type": "application/json" },
	body: JSON.stringify(body),
});
const order = { id: "A-1", customerId: "ada", items: [{ sku: "kettle", quantity: 2 }] };

test("examples/orders answers in all its ways", async (t) => {
	const { emulator, get, problems } = await opened(t, folder);
	const ask = async (path: string, init?: RequestInit) => {
		const [, status, body = ""] = /^(\d+) ([^]*)$/.exec(await get(`/dev${path}`, init)) ?? [];
		return [Number(status), body === "" ? "" : JSON.parse(body)];
	};
	assert.deepEqual(problems(), []);

	await t.test("GET /health, by the gateway itself", async () => {
		assert.deepEqual(await ask("/health"), [200, { status: "ok", stage: "dev" }]);
	});
	await t.test("POST /orders, by a function behind mapping templates", async () => {
		const response = await fetch(`${emulator.endpoint}/dev/orders`, json(order));
		assert.deepEqual(
			[response.status, response.headers.get("location"), await response.json()],
			[201, "/dev/orders/A-1", { id: "A-1", status: "placed", total: 129, items: 1 }],
		);
	});
	await t.test("an error's message chooses the status", async () => {
		assert.deepEqual(await ask("/orders", json(order)), [409, { message: "There is an order A-1 already." }]);
		const unknown = { ...order, id: "A-2", items: [{ sku: "o'clock", quantity: 1 }] };
		assert.deepEqual(await ask("/orders", json(unknown)), [400, { message: "There is no article o'clock." }]);
	});
	await t.test("a body that the model refuses does not reach the function", async () => {
		assert.deepEqual(await ask("/orders", json({ ...order, items: [] })), [400, { message: "Invalid request body" }]);
	});
	await t.test("GET /orders/{id}, by a function that speaks HTTP", async () => {
		const [status, body] = await ask("/orders/A-1");
		assert.deepEqual(
			[status, { ...body, createdAt: "" }],
			[200, { ...order, status: "placed", total: 129, createdAt: "" }],
		);
		assert.deepEqual(await ask("/orders/none"), [404, { message: "There is no order none." }]);
	});
	await t.test("GET /customers/{customerId}/orders, by DynamoDB", async () => {
		await ask("/orders", json({ ...order, id: "A-3" }));
		const ids = async (query: string) => {
			const [, body] = await ask(`/customers/ada/orders${query}`);
			return body.orders.map(({ id }: { id: string }) => id);
		};
		assert.deepEqual(await ids(""), ["A-3", "A-1"]);
		assert.deepEqual(await ids("?limit=1"), ["A-3"]);
		assert.deepEqual(await ids("?limit=1}"), ["A-3", "A-1"]);
	});
	await t.test("POST /customers/{customerId}/notes, into DynamoDB", async () => {
		const [status, { noteId }] = await ask("/customers/o'hara/notes", json({ text: 'says "hi"' }));
		assert.deepEqual([status, typeof noteId], [201, "string"]);
	});
	await t.test("OPTIONS /orders, by the gateway itself", async () => {
		const response = await fetch(`${emulator.endpoint}/dev/orders`, { method: "OPTIONS" });
		assert.deepEqual([response.status, response.headers.get("access-control-allow-methods")], [204, "OPTIONS,POST"]);
	});
	await t.test("a mapping template is found in its own file", async () => {
		const { apis } = await emulator.describe();
		const post = apis[0]?.resources.find(({ path }) => path === "/orders");
		const key = `apis/${apis[0]?.id}/resources/${post?.id}/methods/POST`;
		const at = emulator.kernel.sources.at(key, "Integration", "RequestTemplates", "application/json");
		assert.deepEqual(at, { file: join(folder, "templates/create-order.request.vtl"), line: 1, column: 1 });
	});
});
