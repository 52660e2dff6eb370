import { performance } from "node:perf_hooks";
import { type GatewayCall, integrationOf } from "../call.ts";
import { type KeptBody, keptBody, shownBody, shownHeaders } from "../frames.ts";
import type { HeaderList } from "../headerList.ts";
import { awsIntegration } from "../integrations/aws.ts";
import { httpIntegration } from "../integrations/http.ts";
import { lambdaIntegration } from "../integrations/lambda.ts";
import { lambdaProxyIntegration } from "../integrations/lambdaProxy.ts";
import { mockIntegration } from "../integrations/mock.ts";
import { passed, type Shown, type StepNeeds, type StepNote } from "../step.ts";
import { withinTimeout } from "../timeout.ts";

/** Calls the endpoint, within the integration's time. */
export async function integration(call: GatewayCall, needs: StepNeeds): Promise<StepNote> {
	const { type, uri = "", timeoutInMillis } = integrationOf(call);
	const started = performance.now();
	const summary = await withinTimeout(needs.clock, timeoutInMillis, (signal) => {
		if (type === "MOCK") return mockIntegration(call);
		if (type === "AWS_PROXY") return lambdaProxyIntegration(call, needs);
		if (type !== "AWS") return httpIntegration(call, signal());
		return /^arn:[^:]*:apigateway:[^:]*:lambda:path\//.test(uri)
			? lambdaIntegration(call, needs)
			: awsIntegration(call, needs);
	});
	call.integrationMs = performance.now() - started;
	const { status, headers, body } = call.endpointResponse ?? { status: 0, headers: [], body: Buffer.alloc(0) };
	return passed(summary, {
		shown: shownAnswer(status, headers, keptBody(body)),
		property: ["Integration", "Uri"],
	});
}

function shownAnswer(status: number, headers: HeaderList, body: KeptBody): Shown {
	return () => ({ after: { status, headers: shownHeaders(headers), body: shownBody(body) } });
}
