import { performance } from "node:perf_hooks";
import { type Rendered, render } from "../../language/vtl/evaluate/render.ts";
import type { GatewayCall } from "./call.ts";
import { contextOf } from "./context.ts";
import { configurationError, GatewayResponse } from "./gatewayResponse.ts";
import { singleValues } from "./headerList.ts";

/** Longer no mapping template may run: the emulator has other calls to answer. */
const longestMs = 2000;

/** Renders one of a method's templates; what it overrides stays with the call, for the steps and templates behind. */
export function renderTemplate(
	call: GatewayCall,
	account: string,
	text: string,
	body: string,
	property: readonly string[],
): string {
	const environment = {
		input: {
			body,
			headers: singleValues(call.headers),
			path: call.route?.pathParameters ?? {},
			query: singleValues(call.query),
		},
		context: contextOf(call, account),
		stageVariables: call.stageVariables,
		overrides: call.overrides,
	};
	const limits = { now: () => performance.now(), deadlineMs: performance.now() + longestMs };
	const result = render(call.api.template(text), environment, limits);
	if (!result.ok) throw failure(result, property);
	call.overrides = result.overrides;
	return result.output;
}

function failure(
	{ message, kind, line, column }: Extract<Rendered, { ok: false }>,
	property: readonly string[],
): GatewayResponse {
	const reason = `the mapping template fails in line ${line}, column ${column}: ${message}`;
	if (kind !== "body") return configurationError(reason, { property, position: { line, column } });
	// A body that is not JSON is the client's mistake (ToQoz 2015, LocalStack 2025).
	return new GatewayResponse("BAD_REQUEST_BODY", reason, {
		property,
		position: { line, column },
		message: "Could not process payload",
	});
}
