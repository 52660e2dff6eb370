import type { Dynamodb } from "../dynamodb.ts";
import type { DescribeEndpointsRequest, DescribeEndpointsResponse } from "../model.generated.ts";

/** SDKs with endpoint discovery go where this says: to the emulator. */
export function describeEndpoints(
	{ endpoint }: Pick<Dynamodb, "endpoint">,
	_request: DescribeEndpointsRequest,
): DescribeEndpointsResponse {
	return { Endpoints: [{ Address: new URL(endpoint()).host, CachePeriodInMinutes: 1440 }] };
}
