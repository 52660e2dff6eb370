import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The services whose models are carried, by the name of AWS's own model. */
export const modelNames = [
	"apigateway",
	"cloudformation",
	"cloudfront",
	"cognito-identity",
	"cognito-idp",
	"cognito-sync",
	"dynamodb",
	"dynamodbstreams",
	"events",
	"iam",
	"kinesis",
	"lambda",
	"logs",
	"s3",
	"secretsmanager",
	"sns",
	"sqs",
	"ssm",
	"sts",
] as const;
export type ModelName = (typeof modelNames)[number];

/** A service's compact table, made from AWS's model by `scripts/models.ts`. */
export type Model = {
	readonly metadata: {
		readonly apiVersion: string;
		readonly endpointPrefix: string;
		readonly signingName?: string;
		readonly protocol: "json" | "rest-json" | "rest-xml" | "query";
		readonly jsonVersion?: string;
		readonly targetPrefix?: string;
		readonly xmlNamespace?: string;
		readonly serviceFullName: string;
	};
	readonly operations: Readonly<Record<string, OperationModel>>;
	readonly shapes: Readonly<Record<string, Shape>>;
};

export type OperationModel = {
	readonly method: string;
	/** The path with `{Name}` and `{Name+}` labels and its fixed query, as in `/tags/{ResourceArn}?delete`. */
	readonly uri: string;
	readonly status?: number;
	readonly input?: string;
	readonly output?: string;
	/** The element around a query answer's result. */
	readonly resultWrapper?: string;
	readonly errors?: readonly string[];
	/** AWS answers this operation without a signature. */
	readonly unsigned?: true;
};

export type Shape = StructureShape | ListShape | MapShape | ScalarShape;

export type StructureShape = {
	readonly type: "structure";
	readonly members: Readonly<Record<string, MemberRef>>;
	readonly required?: readonly string[];
	/** The member that is the whole HTTP body. */
	readonly payload?: string;
	readonly union?: true;
	readonly document?: true;
	/** For error shapes: AWS's code where it differs from the shape's name, and the HTTP status. */
	readonly error?: { readonly code?: string; readonly status?: number };
};
export type ListShape = {
	readonly type: "list";
	readonly member: MemberRef;
	readonly min?: number;
	readonly max?: number;
	readonly flattened?: true;
};
export type MapShape = {
	readonly type: "map";
	readonly key: MemberRef;
	readonly value: MemberRef;
	readonly min?: number;
	readonly max?: number;
	readonly flattened?: true;
};
export type ScalarShape = {
	readonly type: "string" | "integer" | "long" | "float" | "double" | "boolean" | "timestamp" | "blob" | "bigdecimal";
	readonly min?: number;
	readonly max?: number;
	readonly pattern?: string;
	readonly enum?: readonly string[];
	/** AWS leaves such a value out of its messages. */
	readonly sensitive?: true;
	readonly timestampFormat?: "iso8601" | "unixTimestamp" | "rfc822";
};

/** A member, list element, map key or value: which shape, and where it stands on the wire. */
export type MemberRef = {
	readonly shape: string;
	readonly location?: "uri" | "querystring" | "header" | "headers" | "statusCode";
	readonly locationName?: string;
	readonly flattened?: true;
	readonly xmlAttribute?: true;
	readonly xmlNamespace?: string;
	readonly timestampFormat?: "iso8601" | "unixTimestamp" | "rfc822";
	/** A member that AWS fills with a random token when the client leaves it out. */
	readonly idempotencyToken?: true;
	readonly eventPayload?: true;
};

const loaded = new Map<ModelName, Model>();

/** A table is read when its service is first spoken to: a start that needs three services reads three. */
export function loadModel(name: ModelName): Model {
	let model = loaded.get(name);
	if (model === undefined) {
		const text = readFileSync(join(import.meta.dirname, "models", `${name}.json`), "utf8");
		// The one cast at this wire: the file is written by our own generator, and a test holds the two together.
		model = JSON.parse(text) as Model;
		loaded.set(name, model);
	}
	return model;
}

/** The structure of that name, if it is one: inputs and outputs may be absent. */
export function structureShape(model: Model, name: string | undefined): StructureShape | undefined {
	const shape = name === undefined ? undefined : model.shapes[name];
	return shape?.type === "structure" ? shape : undefined;
}

export function isScalar(shape: Shape): shape is ScalarShape {
	return shape.type !== "structure" && shape.type !== "list" && shape.type !== "map";
}
