import type { Template } from "../../language/vtl/nodes.ts";
import { parse } from "../../language/vtl/parse/parse.ts";
import type {
	ApiDefinition,
	AuthorizerDefinition,
	DeploymentDefinition,
	GatewayResponseDefinition,
	ValidatorDefinition,
} from "./definitions.ts";
import { type BodyCheck, modelChecks } from "./modelChecks.ts";
import { type PolicyStatement, readResourcePolicy } from "./resourcePolicy/readResourcePolicy.ts";
import { type RouteTable, routeTable } from "./routeTable.ts";

/** A deployment made ready to answer: routes in a tree, templates parsed and models compiled once, when first needed. */
export type DeployedApi = {
	readonly deploymentId: string;
	readonly definition: ApiDefinition;
	readonly routes: RouteTable;
	readonly authorizers: ReadonlyMap<string, AuthorizerDefinition>;
	readonly validators: ReadonlyMap<string, ValidatorDefinition>;
	readonly gatewayResponses: ReadonlyMap<string, GatewayResponseDefinition>;
	/** The API's resource policy; a text says why it cannot be read. */
	readonly policy: readonly PolicyStatement[] | string | undefined;
	template(text: string): Template;
	/** Checks a body by a model's schema. */
	readonly checkBody: BodyCheck;
};

export function deployedApi({ id, snapshot }: DeploymentDefinition): DeployedApi {
	const templates = new Map<string, Template>();
	return {
		deploymentId: id,
		definition: snapshot.api,
		routes: routeTable(snapshot.resources),
		authorizers: new Map(snapshot.authorizers.map((it) => [it.id, it])),
		validators: new Map(snapshot.validators.map((it) => [it.id, it])),
		gatewayResponses: new Map(snapshot.gatewayResponses.map((it) => [it.responseType, it])),
		policy: snapshot.api.policy ? readResourcePolicy(snapshot.api.policy) : undefined,
		template(text) {
			// A deployment never changes: there are no more texts than its definitions hold.
			let template = templates.get(text);
			if (template === undefined) {
				template = parse(text);
				templates.set(text, template);
			}
			return template;
		},
		checkBody: modelChecks(snapshot.models),
	};
}
