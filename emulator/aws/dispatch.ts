import { gunzip } from "node:zlib";
import type { EventLog, Part } from "../../protocol/events.ts";
import { AwsError } from "./awsError.ts";
import type { Clock } from "./clock.ts";
import { type Identified, identify } from "./identify.ts";
import type { Ids } from "./ids.ts";
import { loadModel, type ModelName } from "./model.ts";
import type { Target } from "./protocols/protocol.ts";
import type { Call, CallOperation, Service } from "./service.ts";
import { type FindIssuedKey, parseSignature, type Signature, verifySignature } from "./sigV4.ts";
import { validate } from "./validate.ts";
import type { WireRequest, WireResponse } from "./wire.ts";

export type Dispatcher = {
	/** Answers a request to an AWS service; undefined when it is not one. Never rejects. */
	answer(request: WireRequest): Promise<WireResponse | undefined>;
	/** The same operations for the emulator's own parts: validated, and refused with an `AwsError`. */
	call: CallOperation;
};

export type DispatchNeeds = {
	readonly services: readonly Service[];
	readonly clock: Clock;
	readonly ids: Ids;
	readonly events: EventLog;
	readonly findIssuedKey: FindIssuedKey;
};

/**
 * An AWS call's way, in AWS's order: identify the operation, read the signature, read the members, check the model's
 * constraints, run the operation, render its answer or its error.
 */
export function dispatcher(needs: DispatchNeeds): Dispatcher {
	const services = new Map(needs.services.map((it) => [it.model, it]));
	return {
		async answer(original) {
			const requestId = needs.ids.uuid();
			let signature: Signature | undefined;
			let signatureError: AwsError | undefined;
			try {
				signature = parseSignature(original);
			} catch (error) {
				signatureError = asAwsError(error, original, needs);
			}
			const identified = identify(original, signature);
			if (identified === undefined) return undefined;
			const { protocol } = identified;
			const target = targetOf(identified);
			try {
				if (signatureError !== undefined) throw signatureError;
				const principal = authenticate(identified, signature, original, needs);
				const operation = operationOf(identified, services);
				const request = await decoded(original);
				const members = withTokens(target, protocol.parse(target, request), needs.ids);
				if (target.operation.input !== undefined)
					validate(identified.service, target.model, target.operation.input, members);
				const answer = await operation(members as never, {
					requestId,
					...(principal === undefined ? {} : { principal }),
				});
				// An operation without output members answers an empty structure.
				return protocol.render(target, (answer ?? {}) as Record<string, unknown>, requestId);
			} catch (error) {
				return protocol.renderError(target, asAwsError(error, original, needs), requestId);
			}
		},
		async call(name, operationName, given) {
			const model = loadModel(name);
			const operation = model.operations[operationName];
			const run = services.get(name)?.operations[operationName];
			if (operation === undefined || run === undefined) throw notImplemented(name, operationName);
			const target = { model, name: operationName, operation, labels: {} };
			const members = withTokens(target, { ...given }, needs.ids);
			if (operation.input !== undefined) validate(name, model, operation.input, members);
			return ((await run(members as never, { requestId: needs.ids.uuid() })) ?? {}) as Record<string, unknown>;
		},
	};
}

/** A bigger body than any operation takes (Lambda's CreateFunction: 70,167,211 bytes) is refused before it is unpacked whole. */
export const maxBodyBytes = 72 * 1024 * 1024;

function operationOf(identified: Identified, services: ReadonlyMap<ModelName, Service>) {
	if (identified.kind === "unknownOperation") throw unknownOperation(identified.service, identified.name);
	const operation = services.get(identified.service)?.operations[identified.target.name];
	if (operation === undefined) throw notImplemented(identified.service, identified.target.name);
	return operation;
}

/** What AWS has and we lack says so, with a status that SDKs do not retry. */
function notImplemented(service: ModelName, operation: string): AwsError {
	const text = `Gatewright does not implement ${service}:${operation} yet. (Its README has the table of what is there.)`;
	return new AwsError("NotImplemented", text, 501);
}

/** AWS answers 400 to a name that it does not know; here it may be one of AWS's newer ones, so it is 501 as well. */
function unknownOperation(service: ModelName, name: string): AwsError {
	return new AwsError(
		"UnknownOperationException",
		`Gatewright's model of ${service} has no operation ${name || "(none named)"}.`,
		501,
	);
}

function authenticate(
	identified: Identified,
	signature: Signature | undefined,
	request: WireRequest,
	{ findIssuedKey, clock }: DispatchNeeds,
): Call["principal"] {
	if (signature === undefined) {
		if (identified.kind === "operation" && identified.target.operation.unsigned) return undefined;
		// DynamoDB and other JSON services: 400; REST services: 403.
		const status = identified.service.startsWith("dynamodb") ? 400 : 403;
		throw new AwsError("MissingAuthenticationTokenException", "Request is missing Authentication Token", status);
	}
	return { accessKeyId: signature.accessKeyId, verified: verifySignature(signature, request, findIssuedKey, clock) };
}

async function decoded(request: WireRequest): Promise<WireRequest> {
	if (request.headers["content-encoding"] !== "gzip" || request.body.length === 0) return request;
	const body = await new Promise<Buffer>((resolve, reject) => {
		gunzip(request.body, { maxOutputLength: maxBodyBytes }, (error, result) => {
			if (error === null) resolve(result);
			else reject(new AwsError("SerializationException", "The request body could not be read as gzip.", 400));
		});
	});
	return { ...request, body };
}

/** AWS's clients fill idempotency tokens in; a call without one gets ours. */
function withTokens(target: Target, members: Record<string, unknown>, ids: Ids): Record<string, unknown> {
	const shape = target.operation.input === undefined ? undefined : target.model.shapes[target.operation.input];
	if (shape?.type !== "structure") return members;
	for (const name in shape.members) {
		if (shape.members[name]?.idempotencyToken && members[name] === undefined) members[name] = ids.uuid();
	}
	return members;
}

function targetOf(identified: Identified): Target {
	if (identified.kind === "operation") return identified.target;
	return { model: identified.model, name: identified.name, operation: { method: "POST", uri: "/" }, labels: {} };
}

/** Anything but an `AwsError` is our own mistake: the client gets AWS's 500, the log gets the whole of it. */
function asAwsError(error: unknown, request: WireRequest, { events }: DispatchNeeds): AwsError {
	if (error instanceof AwsError) return error;
	const what = request.headers["x-amz-target"] ?? `${request.method} ${request.path}`;
	const stack = error instanceof Error ? error.stack : String(error);
	events.publish({
		type: "log",
		part: partOf(what),
		level: "error",
		text: `Gatewright's own failure in ${what}: ${stack}`,
	});
	const unwritable = storageFailure(error);
	if (unwritable !== undefined) {
		const text = `Gatewright cannot write its data folder: ${unwritable}. What was answered before is safe; this was not written.`;
		return new AwsError("InternalFailure", text, 500);
	}
	return new AwsError(
		"InternalFailure",
		`Gatewright failed in ${what}; its log has the details. Please report it.`,
		500,
	);
}

/** A full disk, a folder that may not be written: in LevelDB's words, or in those of the system for documents. */
function storageFailure(error: unknown): string | undefined {
	if (!(error instanceof Error) || !("code" in error)) return undefined;
	return storageCodes.has(String(error.code)) ? error.message : undefined;
}

const storageCodes = new Set(["LEVEL_IO_ERROR", "ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EIO"]);

function partOf(what: string): Part {
	if (what.startsWith("DynamoDB")) return "dynamodb";
	return what.includes("/functions") ? "lambda" : "emulator";
}
