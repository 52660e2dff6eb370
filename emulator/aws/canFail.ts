import { isScalar, type Model } from "./model.ts";
import { scalarTests } from "./scalarTests.ts";

/** Whether the model forbids anything at all in such a value: of an attribute's ten types only two are worth a look. */
export function canFail(model: Model, name: string, met = new Set<string>()): boolean {
	const shape = model.shapes[name];
	if (shape === undefined || met.has(name)) return false;
	met.add(name);
	if (isScalar(shape)) return scalarTests(shape).length > 0;
	if (shape.type === "structure") {
		const inside = Object.values(shape.members);
		return (shape.required?.length ?? 0) > 0 || inside.some((ref) => canFail(model, ref.shape, met));
	}
	if (shape.min !== undefined || shape.max !== undefined) return true;
	const parts = shape.type === "list" ? [shape.member] : [shape.key, shape.value];
	return parts.some((ref) => canFail(model, ref.shape, met));
}
