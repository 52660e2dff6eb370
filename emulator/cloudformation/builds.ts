import type { Problem } from "../../protocol/problem.ts";
import type { Mapping, Node } from "./node.ts";
import type { Ordered } from "./order.ts";
import { resolve } from "./resolve.ts";
import type { FunctionCode } from "./resources/resourceType.ts";
import type { StackScope } from "./stackScope.ts";
import type { Resource } from "./template.ts";

/** A function as the template describes it, for whoever builds its code. */
export type FunctionSource = {
	readonly logicalId: string;
	/** As far as they can be told before anything is deployed. */
	readonly properties: Mapping;
	readonly metadata: Mapping | undefined;
	readonly at: Resource["at"];
};

/** Makes a function's code ready to run, or reports why it cannot be. */
export type Build = (source: FunctionSource, report: (problem: Problem) => void) => Promise<FunctionCode | undefined>;

/** Builds take the longest and need nothing that is deployed: all start at once. */
export function startBuilds(
	ordered: readonly Ordered[],
	scope: StackScope,
	build: Build,
	report: (problem: Problem) => void,
): ReadonlyMap<string, Promise<FunctionCode | undefined>> {
	const quiet: StackScope = { ...scope, report: () => {} };
	const resolveMap = (map: Mapping | undefined): Mapping | undefined => {
		const resolved: Node | undefined = map === undefined ? undefined : resolve(map, quiet);
		return resolved?.kind === "map" ? resolved : undefined;
	};
	return new Map(
		ordered
			.filter(({ resource }) => resource.type === "AWS::Lambda::Function")
			.map(({ resource: { logicalId, at, properties, metadata } }) => {
				const source = {
					logicalId,
					at,
					properties: resolveMap(properties) ?? properties,
					metadata: resolveMap(metadata),
				};
				return [logicalId, build(source, report)];
			}),
	);
}
