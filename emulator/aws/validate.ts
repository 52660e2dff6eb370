import { AwsError } from "./awsError.ts";
import { canFail } from "./canFail.ts";
import { javaText } from "./javaText.ts";
import { missingMember } from "./missingMember.ts";
import {
	isScalar,
	type ListShape,
	type MapShape,
	type MemberRef,
	type Model,
	type ModelName,
	type Shape,
	type StructureShape,
	structureShape,
} from "./model.ts";
import { perShape } from "./perShape.ts";
import { scalarConstraints, scalarTests } from "./scalarTests.ts";

/**
 * Checks a parsed request against the model's constraints and answers as AWS's common front end does:
 * "N validation error(s) detected: Value '…' at '…' failed to satisfy constraint: Member must …; …".
 */
export function validate(name: ModelName, model: Model, inputShape: string, request: unknown): void {
	const missing = missingMember(name, inputShape, request);
	if (missing !== undefined) throw new AwsError(validationCode(name, model), missing);
	const violations = checkOf(model, inputShape)(request);
	if (violations === undefined) return;
	const count = violations.length === 1 ? "1 validation error" : `${violations.length} validation errors`;
	const prefix = name === "apigateway" ? bodyPrefix(model, inputShape) : (path: string) => path;
	const texts = violations.map(
		({ value, path, constraint }) => `Value ${value}at '${prefix(path)}' failed to satisfy constraint: ${constraint}`,
	);
	throw new AwsError(validationCode(name, model), `${count} detected: ${texts.join("; ")}`);
}

/** Undefined when all holds, which is the usual case and allocates nothing. */
type Check = (value: unknown) => Violation[] | undefined;
/** `value` as the message shows it, with its blank; `path` from the shape that was checked. */
type Violation = { readonly value: string; readonly path: string; readonly constraint: string };

const checkOf = perShape(compile);

function compile(model: Model, shape: Shape): Check {
	if (isScalar(shape)) {
		const tests = scalarTests(shape);
		const shown = shape.sensitive ? () => "" : quoted;
		return (value) =>
			collect(tests, ({ holds, constraint }) =>
				holds(value) ? undefined : [{ value: shown(value), path: "", constraint }],
			);
	}
	if (shape.type === "structure") return structureCheck(model, shape);
	return shape.type === "list" ? listCheck(model, shape) : mapCheck(model, shape);
}

function structureCheck(model: Model, shape: StructureShape): Check {
	const members = Object.entries(shape.members)
		.map(([name, ref]) => ({
			name,
			path: lowerFirst(name),
			required: shape.required?.includes(name) === true && !ref.idempotencyToken,
			check: checkOf(model, ref.shape),
			shape: ref.shape,
		}))
		.filter((it) => it.required || canFail(model, it.shape));
	return (value) => {
		const record = asRecord(value);
		let all: Violation[] | undefined;
		for (const { name, path, required, check } of members) {
			const given = record[name];
			if (given !== undefined && given !== null) {
				all = joined(
					all,
					check(given)?.map((it) => within(path, it)),
				);
			} else if (required) {
				all = joined(all, [{ value: "null ", path, constraint: "Member must not be null" }]);
			}
		}
		return all;
	};
}

function listCheck(model: Model, shape: ListShape): Check {
	const element = checkOf(model, shape.member.shape);
	const scalars = scalarElements(model, shape.member);
	return (value) => {
		if (!Array.isArray(value)) return undefined;
		const size = sizeViolations(shape, value.length, value);
		// Of scalars, AWS names the list, not the element, and all that its elements must satisfy.
		if (scalars !== undefined) {
			const broken = value.some((it) => element(it) !== undefined);
			return broken ? [...(size ?? []), violated(value, `Member must satisfy constraint: [${scalars}]`)] : size;
		}
		const inside = collect([...value.entries()], ([index, it]) =>
			element(it)?.map((found) => within(`${index + 1}.member`, found)),
		);
		return joined(size, inside);
	};
}

function mapCheck(model: Model, shape: MapShape): Check {
	const key = checkOf(model, shape.key.shape);
	const lists = sizedLists(model, shape.value);
	const element = lists === undefined ? checkOf(model, shape.value.shape) : listCheck(model, lists.unsized);
	const keys = scalarElements(model, shape.key) ?? "";
	const scalars = scalarElements(model, shape.value);
	return (value) => {
		const map = asRecord(value);
		const names = Object.keys(map);
		let found = sizeViolations(shape, names.length, map);
		if (names.some((name) => key(name) !== undefined)) {
			found = joined(found, [violated(map, `Map keys must satisfy constraint: [${keys}]`)]);
		}
		if (lists !== undefined && names.some((name) => lists.breaks(map[name]))) {
			found = joined(found, [violated(map, `Map value must satisfy constraint: [${lists.constraints}]`)]);
		}
		if (scalars === undefined) {
			return joined(
				found,
				collect(names, (name) => element(map[name])?.map((it) => within(`${name}.member`, it))),
			);
		}
		const broken = names.some((name) => element(map[name]) !== undefined);
		return broken ? joined(found, [violated(map, `Map value must satisfy constraint: [${scalars}]`)]) : found;
	};
}

/** Of a map of lists AWS names the map, not the list, where one is too long or too short (captured: BatchWriteItem of 26). */
function sizedLists(model: Model, ref: MemberRef) {
	const shape = model.shapes[ref.shape];
	if (shape?.type !== "list" || (shape.min === undefined && shape.max === undefined)) return undefined;
	const { min, max, ...unsized } = shape;
	const constraints = [
		...(max === undefined ? [] : [`Member must have length less than or equal to ${max}`]),
		...(min === undefined ? [] : [`Member must have length greater than or equal to ${min}`]),
	].join(", ");
	const breaks = (value: unknown) => Array.isArray(value) && sizeViolations(shape, value.length, value) !== undefined;
	return { unsized, constraints, breaks };
}

/** What AWS says that each scalar element must satisfy; undefined for elements that are not scalars. */
function scalarElements(model: Model, ref: MemberRef): string | undefined {
	const shape = model.shapes[ref.shape];
	return shape !== undefined && isScalar(shape) ? scalarConstraints(shape).join(", ") : undefined;
}

function sizeViolations(
	{ min, max }: { min?: number; max?: number },
	length: number,
	value: unknown,
): Violation[] | undefined {
	if (max !== undefined && length > max)
		return [violated(value, `Member must have length less than or equal to ${max}`)];
	if (min !== undefined && length < min)
		return [violated(value, `Member must have length greater than or equal to ${min}`)];
	return undefined;
}

function violated(value: unknown, constraint: string): Violation {
	return { value: quoted(value), path: "", constraint };
}

function collect<Item>(
	items: readonly Item[],
	check: (item: Item) => Violation[] | undefined,
): Violation[] | undefined {
	let all: Violation[] | undefined;
	for (const item of items) all = joined(all, check(item));
	return all;
}

function joined(some: Violation[] | undefined, more: Violation[] | undefined): Violation[] | undefined {
	return some === undefined || more === undefined ? (some ?? more) : [...some, ...more];
}

/** API Gateway puts the name of its input in front of members of the body, not of those in the path or query. */
function bodyPrefix(model: Model, inputShape: string): (path: string) => string {
	const input = lowerFirst(inputShape.replace(/Request$/, "Input"));
	const bound = Object.entries(structureShape(model, inputShape)?.members ?? {}).filter(
		([, ref]) => ref.location !== undefined,
	);
	const unprefixed = new Set(bound.map(([name]) => lowerFirst(name)));
	return (path) => (unprefixed.has(path.split(".")[0] ?? "") ? path : `${input}.${path}`);
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

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** The name under which a service reports what its model forbids. Recorded: lambda, dynamodb, apigateway; logs; sts. */
function validationCode(name: ModelName, model: Model): string {
	if (name === "cognito-idp" || name === "logs") return "InvalidParameterException";
	return model.metadata.protocol === "query" ? "ValidationError" : "ValidationException";
}
