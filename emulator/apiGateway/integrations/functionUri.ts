import { configurationError } from "../gatewayResponse.ts";

/** The function of an integration's URI: a name or ARN, with its alias or version when it has one. */
export function functionOf(uri: string): string {
	const found = /:lambda:path\/+\d{4}-\d{2}-\d{2}\/functions\/(.+)\/(?:response-streaming-)?invocations?$/s.exec(
		uri,
	)?.[1];
	if (found) return found;
	throw configurationError(`the integration's URI names no Lambda function: ${uri}`, {
		property: ["Integration", "Uri"],
	});
}
