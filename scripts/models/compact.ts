import type { MemberRef, Model, OperationModel, Shape } from "../../emulator/aws/model.ts";

/** AWS's model as botocore ships it, as far as it is read here. */
export type SourceModel = {
	readonly metadata: Record<string, unknown>;
	readonly operations: Record<string, SourceOperation>;
	readonly shapes: Record<string, SourceShape>;
};
type SourceOperation = {
	http: { method: string; requestUri: string; responseCode?: number };
	input?: { shape: string };
	output?: { shape: string; resultWrapper?: string };
	errors?: { shape: string }[];
	authtype?: string;
};
type SourceShape = Record<string, unknown> & {
	type: string;
	members?: Record<string, SourceRef>;
	member?: SourceRef;
	key?: SourceRef;
	value?: SourceRef;
	error?: { code?: string; httpStatusCode?: number };
};
type SourceRef = Record<string, unknown> & { shape: string; xmlNamespace?: { uri?: string } | string };

/** Keeps what parsing, validation, serialisation and dispatch need; drops the rest. */
export function compactModel(source: SourceModel): Model {
	const { apiVersion, endpointPrefix, signingName, protocol, jsonVersion, targetPrefix, serviceFullName } =
		source.metadata;
	const model = {
		metadata: defined({
			apiVersion,
			endpointPrefix,
			signingName,
			protocol,
			jsonVersion,
			targetPrefix,
			xmlNamespace: namespaceUri(source.metadata["xmlNamespace"]),
			serviceFullName,
		}),
		operations: Object.fromEntries(Object.entries(source.operations).map(([name, it]) => [name, compactOperation(it)])),
		shapes: Object.fromEntries(Object.entries(source.shapes).map(([name, it]) => [name, compactShape(it)])),
	};
	// The one cast: botocore's JSON is untyped, and the emulator's tests exercise what is read from it.
	return model as unknown as Model;
}

function compactOperation(operation: SourceOperation): OperationModel {
	const { method, requestUri, responseCode } = operation.http;
	return defined({
		method,
		uri: requestUri,
		status: responseCode === 200 ? undefined : responseCode,
		input: operation.input?.shape,
		output: operation.output?.shape,
		resultWrapper: operation.output?.resultWrapper,
		errors: operation.errors?.map((it) => it.shape),
		unsigned: operation.authtype === "none" ? true : undefined,
	}) as OperationModel;
}

function compactShape(shape: SourceShape): Shape {
	const isError = shape["exception"] === true || shape.error !== undefined;
	const compact = defined({
		type: shape.type === "character" ? "string" : shape.type,
		members:
			shape.members && Object.fromEntries(Object.entries(shape.members).map(([name, it]) => [name, compactRef(it)])),
		required: shape["required"],
		payload: shape["payload"],
		union: shape["union"],
		document: shape["document"],
		error: isError ? defined({ code: shape.error?.code, status: shape.error?.httpStatusCode }) : undefined,
		member: shape.member && compactRef(shape.member),
		key: shape.key && compactRef(shape.key),
		value: shape.value && compactRef(shape.value),
		min: shape["min"],
		max: shape["max"],
		pattern: shape["pattern"],
		enum: shape["enum"],
		sensitive: shape["sensitive"],
		flattened: shape["flattened"],
		timestampFormat: shape["timestampFormat"],
	});
	return compact as unknown as Shape;
}

function compactRef(ref: SourceRef): MemberRef {
	return defined({
		shape: ref.shape,
		location: ref["location"],
		locationName: ref["locationName"],
		flattened: ref["flattened"],
		xmlAttribute: ref["xmlAttribute"],
		xmlNamespace: namespaceUri(ref.xmlNamespace),
		timestampFormat: ref["timestampFormat"],
		idempotencyToken: ref["idempotencyToken"],
		eventPayload: ref["eventpayload"],
	}) as unknown as MemberRef;
}

function namespaceUri(namespace: unknown): string | undefined {
	if (typeof namespace === "string") return namespace;
	if (typeof namespace === "object" && namespace !== null && "uri" in namespace) return String(namespace.uri);
	return undefined;
}

function defined<T extends object>(value: T): Partial<T> {
	return Object.fromEntries(Object.entries(value).filter(([, it]) => it !== undefined)) as Partial<T>;
}
