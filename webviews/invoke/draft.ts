import type { InvokeApi, InvokeRequest, InvokeTargets, MethodChoice, NameValue } from "../../protocol/invoke.ts";

/** What the user has written for one method; kept while another method is looked at. */
export type Draft = {
	readonly stage: string;
	/** The verb to send to an `ANY` method. */
	readonly verb: string;
	readonly parameters: Readonly<Record<string, string>>;
	readonly query: readonly NameValue[];
	readonly headers: readonly NameValue[];
	readonly body: string;
};

export const emptyDraft: Draft = { stage: "", verb: "GET", parameters: {}, query: [], headers: [], body: "" };

export type ChosenMethod = { readonly api: InvokeApi; readonly method: InvokeApi["methods"][number] };

/** The chosen method where it still runs, else the first that does. */
export function chosenMethod({ apis }: InvokeTargets, choice: MethodChoice | undefined): ChosenMethod | undefined {
	const all = apis.flatMap((api) => api.methods.map((method) => ({ api, method })));
	return all.find((it) => choice !== undefined && methodKey(choiceOf(it)) === methodKey(choice)) ?? all[0];
}

export function choiceOf({ api, method }: ChosenMethod): MethodChoice {
	return { folder: api.folder, apiId: api.id, httpMethod: method.httpMethod, resourcePath: method.resourcePath };
}

export function methodKey({ folder, apiId, httpMethod, resourcePath }: MethodChoice): string {
	return [folder, apiId, httpMethod, resourcePath].join(" ");
}

/** The names in braces, in order; a greedy one keeps its plus. */
export function pathParameters(resourcePath: string): readonly string[] {
	return [...resourcePath.matchAll(/\{([^}]+)\}/g)].map((it) => it[1] ?? "");
}

/** The resource's path with the parameters in it. A greedy parameter may hold slashes, another may not. */
export function filledPath(resourcePath: string, parameters: Draft["parameters"]): string {
	return resourcePath.replace(/\{([^}]+)\}/g, (_, name: string) => {
		const value = parameterOf(parameters, name);
		return name.endsWith("+") ? value.split("/").map(encodeURIComponent).join("/") : encodeURIComponent(value);
	});
}

export function parameterOf(parameters: Draft["parameters"], name: string): string {
	return Object.hasOwn(parameters, name) ? (parameters[name] ?? "") : "";
}

export function requestOf(chosen: ChosenMethod, draft: Draft): InvokeRequest {
	const { api, method } = chosen;
	return {
		folder: api.folder,
		apiId: api.id,
		stage: stageOf(api, draft),
		httpMethod: method.httpMethod === "ANY" ? draft.verb : method.httpMethod,
		path: filledPath(method.resourcePath, draft.parameters),
		query: named(draft.query),
		headers: named(draft.headers),
		body: draft.body,
	};
}

export function stageOf(api: InvokeApi, { stage }: Pick<Draft, "stage">): string {
	return api.stages.some((it) => it.name === stage) ? stage : (api.stages[0]?.name ?? "");
}

/** A row without a name is one that the user has not filled in yet. */
function named(rows: readonly NameValue[]): readonly NameValue[] {
	return rows.filter((it) => it.name !== "");
}
