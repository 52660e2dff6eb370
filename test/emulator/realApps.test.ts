import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { APIGatewayClient, GetApiKeysCommand } from "@aws-sdk/client-api-gateway";
import { clientOptions, startEmulator } from "./startEmulator.ts";

/**
 * Public templates that nobody here wrote, as they stand in the folder beside the checkout. They are not ours to copy: where
 * the folder is not, this file has nothing to run (the example and the reader's own tests cover the same ground).
 */
const folder = join(import.meta.dirname, "../../../shared/real-apps");

if (existsSync(folder)) {
	suite("Public templates, unchanged", () => {
		test("apigw-rest-api-dynamodb stores a song and finds it, and wants its API key", async (t) => {
			const emulator = await startEmulator(t, { app: join(folder, "apigw-rest-api-dynamodb") });
			const { apis } = await emulator.ready();
			assert.deepEqual(
				apis.map((it) => [it.name, it.stage]),
				[["api-music", "v1"]],
			);
			const url = apis[0]?.url;
			const send = (path: string, key: string | undefined, body?: object) =>
				fetch(`${url}${path}`, {
					method: body === undefined ? "GET" : "POST",
					headers: { "Content-Type": "application/json", ...(key === undefined ? {} : { "x-api-key": key }) },
					...(body === undefined ? {} : { body: JSON.stringify(body) }),
				});

			for (const key of [undefined, "wrong"]) {
				const refused = await send("/music/Prince", key);
				assert.deepEqual([refused.status, await refused.json()], [403, { message: "Forbidden" }]);
			}
			const client = new APIGatewayClient(clientOptions(emulator));
			const { items } = await client.send(new GetApiKeysCommand({ includeValues: true }));
			const key = items?.[0]?.value;
			const posted = await send("/music", key, { artist: "The Beatles", album: "Abbey Road" });
			assert.deepEqual([posted.status, await posted.text()], [200, "{}"]);
			const found = await send("/music/The%20Beatles", key);
			assert.equal(found.status, 200);
			const { music } = (await found.json()) as { music: { id: string; artist: string; album: string }[] };
			assert.deepEqual(
				music.map(({ artist, album }) => ({ artist, album })),
				[{ artist: "The Beatles", album: "Abbey Road" }],
			);
			assert.equal(music[0]?.id, posted.headers.get("x-amzn-requestid"));
		});

		test("apigw-rest-api-mock-integration answers from its MOCK", async (t) => {
			const emulator = await startEmulator(t, { app: join(folder, "apigw-rest-api-mock-integration") });
			const { apis } = await emulator.ready();
			const response = await fetch(`${apis[0]?.url}/`);
			assert.deepEqual([response.status, await response.text()], [200, ""]);
		});

		test("apigw-ddb-openapi-crud stores, finds, lists and deletes by the mapping templates of its OpenAPI file", async (t) => {
			const emulator = await startEmulator(t, { app: join(folder, "apigw-ddb-openapi-crud") });
			const { apis } = await emulator.ready();
			const url = apis[0]?.url;
			const send = async (method: string, path: string, body?: object) => {
				const headers = { "Content-Type": "application/json" };
				const response = await fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
				return [response.status, (await response.text()).trim()] as const;
			};
			const [status, made] = await send("POST", "/", { message: "hello" });
			assert.equal(status, 200, made);
			const { id } = JSON.parse(made) as { id: string };
			assert.match(id, /^[0-9a-f-]{36}$/);
			const [found, item] = await send("GET", `/${id}`);
			assert.deepEqual([found, JSON.parse(item)], [200, { id, message: "hello" }]);
			const [, changed] = await send("PUT", `/${id}`, { message: "bye" });
			assert.deepEqual(JSON.parse(changed), { id, message: "bye" });
			const listed = await fetch(`${url}/`);
			assert.equal(listed.headers.get("cache-control"), "no-cache, no-store");
			assert.match(await listed.text(), /"message":\{"S":"bye"\}/);
			assert.deepEqual(await send("DELETE", `/${id}`), [200, '{"message":"item deleted"}']);
			assert.match((await send("GET", `/${id}`))[1], /"id": ""/);
		});

		test("apigw-cors-nonproxy answers its preflight and runs its inline Python", async (t) => {
			const emulator = await startEmulator(t, { app: join(folder, "apigw-cors-nonproxy") });
			const { apis } = await emulator.ready();
			const preflight = await fetch(`${apis[0]?.url}/helloworld`, { method: "OPTIONS" });
			assert.deepEqual([preflight.status, preflight.headers.get("access-control-allow-origin")], [200, "*"]);
			const response = await fetch(`${apis[0]?.url}/helloworld`);
			assert.deepEqual([response.status, response.headers.get("access-control-allow-origin")], [200, "*"]);
			assert.deepEqual(await response.json(), { statusCode: 200, body: '{"message": "Hello from Lambda!"}' });
		});

		test("nothing in any of them is a problem of ours", async (t) => {
			for (const name of ["apigw-rest-api-dynamodb", "apigw-rest-api-mock-integration", "apigw-cors-nonproxy"]) {
				const emulator = await startEmulator(t, { app: join(folder, name) });
				assert.deepEqual(
					emulator.app?.problems().filter((it) => it.severity === "error"),
					[],
				);
			}
		});
	});
}
