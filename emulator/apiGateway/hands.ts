import type { WireRequest, WireResponse } from "../aws/wire.ts";

/** How the gateway reaches the rest of the emulator: over AWS's own boundary, through these functions. */
export type ApiGatewayHands = {
	/** Refuses with an AwsError, as Lambda's Invoke would. */
	invokeFunction(call: FunctionCall): Promise<FunctionAnswer>;
	/** Whether the function's own policy lets API Gateway invoke it for a method or authorizer with this ARN. */
	mayInvoke(functionArn: string, sourceArn: string): boolean;
	/** A signed call to another service of the emulator; `service` is the host prefix of the integration's URI. */
	callAws(service: string, request: WireRequest): Promise<WireResponse>;
};

export type FunctionCall = {
	/** A name or ARN, with or without a qualifier. */
	readonly function: string;
	readonly payload: Uint8Array;
	readonly invocationType: "RequestResponse" | "Event";
	readonly clientContext?: string;
	/** The payload was made by JSON.stringify: it need not be read to know that it is JSON. */
	readonly isJson?: true;
};

export type FunctionAnswer = {
	readonly status: number;
	readonly payload: Buffer;
	readonly functionError?: string;
	readonly requestId: string;
	readonly durationMs: number;
	readonly coldStart: boolean;
	readonly executedVersion: string;
};
