import type { ErrorObject, ValidateFunction } from "ajv";
import type { ModelDefinition } from "./definitions.ts";

/** What is wrong with a body by a model, in AWS's manner (`validationErrorString`) and for people; nothing when it is right. */
export type BodyCheck = (modelName: string, body: string) => Promise<BodyFault | undefined>;
export type BodyFault = { readonly validationError: string; readonly faults: readonly Fault[] };
export type Fault = { readonly keyword: string; readonly pointer: string; readonly message: string };

/** Draft-04 schemas, as API Gateway takes them; a model refers to another by its address at AWS. */
export function modelChecks(models: readonly ModelDefinition[]): BodyCheck {
	const compiled = new Map<string, Promise<ValidateFunction | string>>();
	return async (modelName, text) => {
		let compiling = compiled.get(modelName);
		if (compiling === undefined) {
			compiling = compile(models, modelName);
			compiled.set(modelName, compiling);
		}
		const check = await compiling;
		if (typeof check === "string") return fault("schema", "", check);
		let value: unknown;
		try {
			// An empty body is an empty object (docs: api-gateway-method-request-validation).
			value = JSON.parse(text.trim() === "" ? "{}" : text);
		} catch (error) {
			return fault("json", "", `the body is not JSON: ${error instanceof Error ? error.message : String(error)}`);
		}
		if (check(value)) return undefined;
		const errors = check.errors ?? [];
		return { validationError: `[${errors.map(sentence).join(", ")}]`, faults: errors.map(faultOf) };
	};
}

function fault(keyword: string, pointer: string, message: string): BodyFault {
	return { validationError: `[${message}]`, faults: [{ keyword, pointer, message }] };
}

async function compile(models: readonly ModelDefinition[], modelName: string): Promise<ValidateFunction | string> {
	// Loaded when the first body is checked: an app without models starts sooner.
	const { default: Ajv } = await import("ajv-draft-04");
	// `logger: false`: unknown formats and keywords are AWS's to ignore, not ours to print.
	// `ownProperties`: a member named `valueOf` is there only when the body has it.
	const options = {
		strict: false,
		allErrors: true,
		validateFormats: false,
		logger: false,
		ownProperties: true,
	} as const;
	const ajv = new Ajv.default(options);
	try {
		for (const model of models) ajv.addSchema(JSON.parse(model.schema ?? "{}"), address(model));
		const model = models.find((it) => it.name === modelName);
		if (model === undefined) return `the model ${modelName} does not exist`;
		return ajv.getSchema(address(model)) ?? `the model ${modelName} cannot be compiled`;
	} catch (error) {
		return `the schema of ${modelName} is not usable: ${error instanceof Error ? error.message : String(error)}`;
	}
}

const address = ({ apiId, name }: ModelDefinition) =>
	`https://apigateway.amazonaws.com/restapis/${apiId}/models/${name}`;

/** In the words of the validator that AWS runs, for the keywords users meet most. */
function sentence({ keyword, params, message }: ErrorObject): string {
	if (keyword === "required") return `object has missing required properties (["${params["missingProperty"]}"])`;
	if (keyword === "additionalProperties") {
		return `object instance has properties which are not allowed by the schema: ["${params["additionalProperty"]}"]`;
	}
	if (keyword === "enum") return "instance value not found in enum";
	return message ?? keyword;
}

function faultOf({ keyword, instancePath, message }: ErrorObject): Fault {
	return { keyword, pointer: instancePath, message: message ?? keyword };
}
