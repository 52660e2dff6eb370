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

/** What an import asks for: types in its parameters (`REGIONAL`), VPC endpoints in the definition. */
export function importedEndpoint(
	types: string | undefined,
	vpcEndpointIds: readonly string[],
): EndpointConfiguration | undefined {
	const known = endpointTypes.filter((it) => types?.toUpperCase().split(",").includes(it));
	if (known.length === 0 && vpcEndpointIds.length === 0) return undefined;
	return { types: known, ...(vpcEndpointIds.length === 0 ? {} : { vpcEndpointIds }) };
}

const endpointTypes = ["REGIONAL", "EDGE", "PRIVATE"] as const;
