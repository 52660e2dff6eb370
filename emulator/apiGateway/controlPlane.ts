import type { Kernel } from "../aws/service.ts";
import type { AuthorizerCache } from "./authorizers/authorizerCache.ts";
import type { ApiGatewayHands } from "./hands.ts";
import type { StageCache } from "./stageCache/stageCache.ts";
import type { Stores } from "./stores.ts";
import type { Throttle } from "./throttle.ts";

/** What operations may ask for; each names in its first parameter what it needs of it. */
export type ControlPlane = Stores &
	Pick<Kernel, "account" | "region" | "clock" | "ids" | "events"> & {
		readonly authorizerCache: AuthorizerCache;
		readonly stageCache: StageCache;
		/** For the operations that call what is being built, to test it. */
		readonly hands: ApiGatewayHands;
		readonly throttle: Throttle;
	};
