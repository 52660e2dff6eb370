import { bind, type Kernel, type Service } from "../aws/service.ts";
import { operations } from "./operations/index.ts";

/** STS, as far as tools ask it who they are. */
export function stsService(kernel: Pick<Kernel, "account">): Service {
	return { model: "sts", operations: bind(kernel, operations) };
}
