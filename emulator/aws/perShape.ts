import type { Model, Shape } from "./model.ts";

type OfValue<Result> = (value: unknown) => Result;

/**
 * A function for each shape of a model, made once, when the shape is first met. Shapes contain themselves: while one is
 * made, a stand-in holds its place.
 */
export function perShape<Result>(
	make: (model: Model, shape: Shape) => OfValue<Result>,
): (model: Model, name: string) => OfValue<Result> {
	const tables = new WeakMap<Model, Map<string, OfValue<Result>>>();
	return (model, name) => {
		let table = tables.get(model);
		if (table === undefined) tables.set(model, (table = new Map()));
		const known = table.get(name);
		if (known !== undefined) return known;
		const shape = model.shapes[name];
		if (shape === undefined) throw new Error(`The model names a shape that it does not have: ${name}`);
		let made: OfValue<Result> | undefined;
		table.set(name, (value) => {
			if (made === undefined) throw new Error(`${name} was used before it was made`);
			return made(value);
		});
		made = make(model, shape);
		table.set(name, made);
		return made;
	};
}
