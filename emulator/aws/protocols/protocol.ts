import type { AwsError } from "../awsError.ts";
import type { Model, OperationModel } from "../model.ts";
import type { WireRequest, WireResponse } from "../wire.ts";

/** How a service's calls are written on the wire: one object per AWS protocol, all of them driven by the model. */
export type Protocol = {
	/** The request's members, by AWS's names. Throws an `AwsError` for what cannot be read at all. */
	parse(target: Target, request: WireRequest): Record<string, unknown>;
	render(target: Target, answer: Record<string, unknown>, requestId: string): WireResponse;
	renderError(target: Target, error: AwsError, requestId: string): WireResponse;
};

/** Which operation of which service is being called. `labels` are the parts of a REST path that the model names. */
export type Target = {
	readonly model: Model;
	readonly name: string;
	readonly operation: OperationModel;
	readonly labels: Readonly<Record<string, string>>;
};
