import type { DescribeLimitsRequest, DescribeLimitsResponse } from "../model.generated.ts";

/** The quotas that an account has when nobody has asked for others: developer guide, "Quotas in Amazon DynamoDB" (2023). */
export function describeLimits(_needs: unknown, _request: DescribeLimitsRequest): DescribeLimitsResponse {
	return {
		AccountMaxReadCapacityUnits: 80_000,
		AccountMaxWriteCapacityUnits: 80_000,
		TableMaxReadCapacityUnits: 40_000,
		TableMaxWriteCapacityUnits: 40_000,
	};
}
