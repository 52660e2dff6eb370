import { type HostDocument, textOf, under } from "../embedded/hostDocument.ts";
import type { Resource } from "./cloudFormationFacts.ts";
import { referredTo } from "./referredTo.ts";

/** The path of each API Gateway resource, by following its parents. */
export function resourcePaths(host: HostDocument, resources: readonly Resource[]): (id: string) => string {
	const parts = new Map(
		resources.map(({ entry, properties }) => [
			entry.key,
			{
				part: textOf(host, under(host, properties, "PathPart")) ?? "",
				parent: referredTo(host, under(host, properties, "ParentId")),
			},
		]),
	);
	return (id) => {
		const path: string[] = [];
		let here = parts.get(id);
		// A resource within itself would never end.
		for (let depth = 0; here !== undefined && depth < 50; depth++) {
			path.unshift(here.part);
			here = here.parent === undefined ? undefined : parts.get(here.parent);
		}
		return `/${path.join("/")}`;
	};
}
