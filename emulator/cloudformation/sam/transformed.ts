import type { Problem, SourceLocation } from "../../../protocol/problem.ts";
import type { Draft, Node } from "../node.ts";
import type { Resource } from "../template.ts";

/** What one SAM resource becomes. */
export type Transformed = {
	readonly resources: readonly Resource[];
	/** Methods that its events add to APIs. */
	readonly routes?: readonly ApiRoute[];
	/** Other names of what it became, as in `Api.Stage`. */
	readonly aliases?: Readonly<Record<string, string>> | undefined;
};

/** A method of an API: from a function's event, or OPTIONS for CORS. */
export type ApiRoute = {
	/** The API's logical id. */
	readonly api: string;
	readonly path: string;
	readonly method: string;
	readonly at: SourceLocation;
	readonly integration: Draft;
	readonly methodResponses?: Draft;
	readonly auth?: Node | undefined;
	readonly requestModel?: Node | undefined;
	readonly requestParameters?: Node | undefined;
	readonly condition: string | undefined;
};

/** What events call: a function, or the alias that follows its newest version. */
export type EventTarget = { readonly name: Draft; readonly arn: string };

/** The API of events that name none. */
export const implicitApi = "ServerlessRestApi";

export type Report = (problem: Problem) => void;
