import type { Kernel } from "../../aws/service.ts";
import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from "../model.generated.ts";

/** Who the caller is. Keys that the emulator did not give out stand for the account itself, as root's keys do on AWS. */
export function getCallerIdentity(
	{ account }: Pick<Kernel, "account">,
	_request: GetCallerIdentityRequest,
): GetCallerIdentityResponse {
	return { UserId: account, Account: account, Arn: `arn:aws:iam::${account}:root` };
}
