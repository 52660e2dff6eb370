import type { TestContext } from "node:test";
import { type Clock, virtualClock } from "../../../emulator/aws/clock.ts";
import { dispatcher } from "../../../emulator/aws/dispatch.ts";
import { eventLog } from "../../../emulator/aws/eventLog.ts";
import { seededIds } from "../../../emulator/aws/ids.ts";
import type { Service } from "../../../emulator/aws/service.ts";
import type { FindIssuedKey } from "../../../emulator/aws/sigV4.ts";
import { answerWith } from "../../../emulator/endpoint/answer.ts";
import { listen } from "../../../emulator/endpoint/server.ts";

/** The real port, dispatcher and protocols, with the test's own operations behind them. */
export async function serve(
	t: TestContext,
	services: readonly Service[],
	findIssuedKey: FindIssuedKey = () => undefined,
) {
	const clock: Clock = virtualClock();
	const events = eventLog(clock);
	const server = await listen(
		0,
		answerWith({
			dispatcher: dispatcher({ services, clock, ids: seededIds(1), events, findIssuedKey }),
			executeApi: async () => ({ status: 500, headers: {}, body: "this test deploys no API" }),
			deployedStages: () => [],
			admin: {},
		}),
	);
	t.after(() => server.close());
	const endpoint = `http://127.0.0.1:${server.port}`;
	const options = {
		endpoint,
		region: "us-east-1",
		credentials: { accessKeyId: "any", secretAccessKey: "any" },
		maxAttempts: 1,
	};
	return { endpoint, options, clock, events };
}
