import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { WireRequest } from "../../../emulator/aws/wire.ts";
import { apiTarget } from "../../../emulator/endpoint/apiTarget.ts";

const request = (path: string, host = "127.0.0.1:4566"): WireRequest => ({
	method: "GET",
	path,
	query: "",
	headers: { host },
	rawHeaders: [],
	body: Buffer.alloc(0),
	remoteAddress: "127.0.0.1",
});
const stages = (...list: string[]) =>
	list.map((it) => ({ apiId: it.split("/")[0] ?? "", apiName: "x", stage: it.split("/")[1] ?? "" }));

/** [address, host, deployed, "apiId stage path" or undefined] */
const table: readonly [path: string, host: string, deployed: string[], expected: string | undefined][] = [
	["/_api/abc123/prod/orders/1", "localhost:1", [], "abc123 prod /orders/1"],
	["/_api/abc123/prod", "localhost:1", [], "abc123 prod /"],
	["/_api/abc123/prod/a%2Fb//c", "localhost:1", [], "abc123 prod /a%2Fb//c"],
	["/prod/orders", "abc123.execute-api.localhost:4566", [], "abc123 prod /orders"],
	["/prod/orders", "abc123.execute-api.us-east-1.amazonaws.com", [], "abc123 prod /orders"],
	["/prod/orders", "localhost:4566", ["abc123/prod"], "abc123 prod /orders"],
	["/prod/orders", "localhost:4566", ["abc123/prod", "abc123/dev"], "abc123 prod /orders"],
	["/other/orders", "localhost:4566", ["abc123/prod"], undefined],
	["/prod/orders", "localhost:4566", ["abc123/prod", "def456/prod"], undefined],
	["/prod/orders", "localhost:4566", [], undefined],
];

suite("A deployed API's address", () => {
	for (const [path, host, deployed, expected] of table) {
		test(`${host}${path} with ${deployed.join(" and ") || "nothing"} deployed is ${expected ?? "nobody's"}`, () => {
			const target = apiTarget(request(path, host), stages(...deployed));
			assert.equal(target && `${target.apiId} ${target.stage} ${target.path}`, expected);
		});
	}
});
