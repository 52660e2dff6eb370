import type { SetStatement } from "../nodes.ts";
import { type Scene, valueOf } from "./evaluate.ts";
import { call, element, property, setElement, setProperty } from "./members.ts";

/** `#set(target = value)`: nothing happens when the value, or what should hold it, is null. */
export function assign({ target, value: expression }: SetStatement, scene: Scene): void {
	const { host, variables, trace } = scene;
	const value = valueOf(expression, scene);
	if (value === null) return;
	const origin = trace?.origin;
	if (target.path.length === 0) {
		variables.set(target.assigns, value);
		trace?.assigned(target.assigns, value);
		return;
	}
	let holder = variables.get(target.name);
	for (const [i, segment] of target.path.entries()) {
		if (holder === null) return;
		scene.at(target);
		const last = i === target.path.length - 1;
		if (segment.kind === "index") {
			const index = valueOf(segment.index, scene);
			if (last) {
				setElement(holder, index, value, host);
				trace?.wrote(holder, index, origin);
			} else holder = element(holder, index, host);
		} else if (last) {
			setProperty(holder, segment.name, value, host);
			trace?.wrote(holder, segment.name, origin);
		} else if (segment.kind === "property") holder = property(holder, segment.name, host);
		else {
			const parameters = segment.arguments.map((argument) => valueOf(argument, scene));
			holder = call(holder, segment.name, parameters, host);
		}
	}
}
