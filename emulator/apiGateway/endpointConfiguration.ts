import type { EndpointConfiguration } from "./model.generated.ts";

/** The endpoint's type with AWS's defaults (recorded: test_create_rest_api_verify_defaults). Here it is data: the port is one. */
export function endpointConfigurationOf(asked: EndpointConfiguration | undefined): EndpointConfiguration {
	const types = asked?.types?.length ? asked.types : (["EDGE"] as const);
	return {
		...asked,
		types,
		ipAddressType: asked?.ipAddressType ?? (types.includes("PRIVATE") ? "dualstack" : "ipv4"),
	};
}
