import { AwsError } from "./awsError.ts";
import { enumOrder } from "./enumOrders.ts";
import type { MemberRef, Model, ModelName, ScalarShape, Shape, StructureShape } from "./model.ts";
import { wholeMatch } from "./wholeMatch.ts";

/**
 * Checks a parsed request against the model's constraints and answers as AWS's common front end does:
 * "N validation error(s) detected: Value '…' at '…' failed to satisfy constraint: Member must …; …".
 */
export function validate(name: ModelName, model: Model, inputShape: string, request: unknown): void {
	const shape = model.shapes[inputShape];
	if (shape?.type !== "structure") return;
	const violations = checkStructure(
		model,
		shape,
		asRecord(request),
		name === "apigateway" ? inputPrefix(inputShape) : undefined,
	);
	if (violations === undefined) return;
	const count = violations.length === 1 ? "1 validation error" : `${violations.length} validation errors`;
	const texts = violations.map(
		({ value, path, constraint }) => `Value ${value}at '${path}' failed to satisfy constraint: ${constraint}`,
	);
	throw new AwsError(validationCode(name, model), `${count} detected: ${texts.join("; ")}`);
}

/** Whether a request of this shape can violate anything; compiled once per shape. */
type Check = (value: unknown) => Violation[] | undefined;
type Violation = { readonly value: string; readonly path: string; readonly constraint: string };

const checksOfModels = new WeakMap<Model, Map<string, Check>>();

function checkOf(model: Model, name: string): Check {
	let checks = checksOfModels.get(model);
	if (checks === undefined) checksOfModels.set(model, (checks = new Map()));
	let check = checks.get(name);
	if (check === undefined) {
		const shape = model.shapes[name];
		if (shape === undefined) throw new Error(`The model names a shape that it does not have: ${name}`);
		let compiled: Check | undefined;
		// Shapes may contain themselves: the check stands in the table before it is made.
		check = (value) => (compiled ??= compile(model, shape))(value);
		checks.set(name, check);
	}
	return check;
}

function compile(model: Model, shape: Shape): Check {
	switch (shape.type) {
		case "structure":
			return (value) => checkStructure(model, shape, asRecord(value), undefined);
		case "list":
			return checkList(model, shape);
		case "map":
			return checkMap(model, shape);
		case "string":
		case "integer":
		case "long":
		case "float":
		case "double":
		case "bigdecimal":
		case "boolean":
		case "timestamp":
		case "blob":
			return checkScalar(shape);
	}
}

function checkStructure(
	model: Model,
	shape: StructureShape,
	value: Readonly<Record<string, unknown>>,
	bodyPrefix: string | undefined,
): Violation[] | undefined {
	let violations: Violation[] | undefined;
	for (const member in shape.members) {
		const ref = shape.members[member];
		if (ref === undefined) continue;
		const given = value[member];
		if (given === undefined || given === null) {
			if (shape.required?.includes(member) && !ref.idempotencyToken) {
				(violations ??= []).push({
					value: "null ",
					path: memberPath(member, ref, bodyPrefix),
					constraint: "Member must not be null",
				});
			}
			continue;
		}
		const found = checkOf(model, ref.shape)(given);
		if (found !== undefined)
			(violations ??= []).push(...found.map((it) => within(memberPath(member, ref, bodyPrefix), it)));
	}
	return violations;
}

function checkList(model: Model, shape: Shape & { type: "list" }): Check {
	const element = checkOf(model, shape.member.shape);
	const elementShape = model.shapes[shape.member.shape];
	const scalars = elementShape !== undefined && !["structure", "list", "map"].includes(elementShape.type);
	return (value) => {
		if (!Array.isArray(value)) return undefined;
		const violations = sizeViolations(shape, value.length, () => quoted(value));
		if (scalars) {
			// AWS names the list, not the element, and all that its elements must satisfy.
			if (value.some((it) => element(it) !== undefined)) {
				const constraint = `Member must satisfy constraint: [${scalarConstraints(elementShape).join(", ")}]`;
				violations.push({ value: quoted(value), path: "", constraint });
			}
		} else {
			value.forEach((it, index) => {
				for (const found of element(it) ?? []) violations.push(within(`${index + 1}.member`, found));
			});
		}
		return violations.length === 0 ? undefined : violations;
	};
}

function checkMap(model: Model, shape: Shape & { type: "map" }): Check {
	const key = checkOf(model, shape.key.shape);
	const element = checkOf(model, shape.value.shape);
	const keyShape = model.shapes[shape.key.shape];
	const valueShape = model.shapes[shape.value.shape];
	const scalars = valueShape !== undefined && !["structure", "list", "map"].includes(valueShape.type);
	return (value) => {
		const map = asRecord(value);
		const names = Object.keys(map);
		const violations = sizeViolations(shape, names.length, () => quoted(map));
		if (keyShape !== undefined && names.some((name) => key(name) !== undefined)) {
			const constraint = `Map keys must satisfy constraint: [${scalarConstraints(keyShape).join(", ")}]`;
			violations.push({ value: quoted(map), path: "", constraint });
		}
		if (scalars) {
			if (names.some((name) => element(map[name]) !== undefined)) {
				const constraint = `Map value must satisfy constraint: [${scalarConstraints(valueShape).join(", ")}]`;
				violations.push({ value: quoted(map), path: "", constraint });
			}
		} else {
			for (const name of names)
				for (const found of element(map[name]) ?? []) violations.push(within(`${name}.member`, found));
		}
		return violations.length === 0 ? undefined : violations;
	};
}

function checkScalar(shape: ScalarShape): Check {
	const broken = scalarTests(shape);
	if (broken.length === 0) return () => undefined;
	return (value) => {
		let violations: Violation[] | undefined;
		for (const { holds, constraint } of broken) {
			if (!holds(value))
				(violations ??= []).push({ value: shape.sensitive ? "" : quoted(value), path: "", constraint });
		}
		return violations;
	};
}

/** A scalar's constraints, each with AWS's wording, in the order in which AWS lists them. */
function scalarTests(shape: ScalarShape): { holds: (value: unknown) => boolean; constraint: string }[] {
	const tests: { holds: (value: unknown) => boolean; constraint: string }[] = [];
	const { min, max, pattern } = shape;
	const measure = shape.type === "string" || shape.type === "blob" ? "length" : "value";
	if (max !== undefined) {
		tests.push({
			holds: (it) => size(it) <= max,
			constraint: `Member must have ${measure} less than or equal to ${bound(shape, max)}`,
		});
	}
	if (min !== undefined) {
		tests.push({
			holds: (it) => size(it) >= min,
			constraint: `Member must have ${measure} greater than or equal to ${bound(shape, min)}`,
		});
	}
	const matches = pattern === undefined ? undefined : wholeMatch(pattern);
	if (matches !== undefined) {
		tests.push({
			holds: (it) => matches.test(String(it)),
			constraint: `Member must satisfy regular expression pattern: ${pattern}`,
		});
	}
	if (shape.enum !== undefined) {
		const allowed: ReadonlySet<unknown> = new Set(shape.enum);
		tests.push({
			holds: (it) => allowed.has(it),
			constraint: `Member must satisfy enum value set: [${enumOrder(shape.enum).join(", ")}]`,
		});
	}
	return tests;
}

function scalarConstraints(shape: Shape): string[] {
	if (shape.type === "structure" || shape.type === "list" || shape.type === "map") return [];
	return [...scalarTests(shape).map((it) => it.constraint), "Member must not be null"];
}

function sizeViolations(shape: { min?: number; max?: number }, length: number, value: () => string): Violation[] {
	const violations: Violation[] = [];
	if (shape.max !== undefined && length > shape.max) {
		violations.push({
			value: value(),
			path: "",
			constraint: `Member must have length less than or equal to ${shape.max}`,
		});
	}
	if (shape.min !== undefined && length < shape.min) {
		violations.push({
			value: value(),
			path: "",
			constraint: `Member must have length greater than or equal to ${shape.min}`,
		});
	}
	return violations;
}

function size(value: unknown): number {
	if (typeof value === "string" || value instanceof Uint8Array) return value.length;
	return typeof value === "number" ? value : Number.NaN;
}

/** Java prints the bound of a floating-point member with its point. */
function bound(shape: ScalarShape, limit: number): string {
	const floating = shape.type === "double" || shape.type === "float";
	return floating && Number.isInteger(limit) ? `${limit}.0` : String(limit);
}

/** API Gateway puts the name of its input in front of members of the body, not of those in the path or query. */
function inputPrefix(inputShape: string): string {
	return `${lowerFirst(inputShape.replace(/Request$/, "Input"))}.`;
}

function memberPath(member: string, ref: MemberRef, bodyPrefix: string | undefined): string {
	const name = lowerFirst(member);
	return bodyPrefix !== undefined && ref.location === undefined ? bodyPrefix + name : name;
}

function within(path: string, violation: Violation): Violation {
	return { ...violation, path: violation.path === "" ? path : `${path}.${violation.path}` };
}

function lowerFirst(name: string): string {
	return name.charAt(0).toLowerCase() + name.slice(1);
}

function quoted(value: unknown): string {
	return `'${javaText(value)}' `;
}

/** A value as Java's toString prints it, which is what AWS's messages show. */
function javaText(value: unknown): string {
	if (value === null || value === undefined) return "null";
	if (value instanceof Date) return value.toISOString();
	if (value instanceof Uint8Array) return `java.nio.HeapByteBuffer[pos=0 lim=${value.length} cap=${value.length}]`;
	if (Array.isArray(value)) return `[${value.map(javaText).join(", ")}]`;
	if (typeof value === "object")
		return `{${Object.entries(value)
			.map(([name, it]) => `${name}=${javaText(it)}`)
			.join(", ")}}`;
	return typeof value === "string" ? value : JSON.stringify(value);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** The name under which a service reports what its model forbids. Recorded: lambda, dynamodb, apigateway; logs; sts. */
function validationCode(name: ModelName, model: Model): string {
	if (name === "cognito-idp" || name === "logs") return "InvalidParameterException";
	return model.metadata.protocol === "query" ? "ValidationError" : "ValidationException";
}
