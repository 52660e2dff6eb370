import type { Documents } from "../../aws/documents.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { ofApi } from "../stores.ts";

/** What an import changes of one API, on a draft: the operations work on it as on the real definitions, which see nothing until it is kept. */
export type Draft = {
	readonly needs: ControlPlane;
	/** Makes the definitions what the draft is. Parts come before what points to them. */
	keep(): Promise<void>;
};

export function draftOf(needs: ControlPlane, apiId: string): Draft {
	const part = <T extends object>(real: Documents<T>, values: readonly T[], idOf: (value: T) => string): Drafted<T> =>
		drafted(real, new Map(values.map((it) => [idOf(it), it])));
	const owned = <T extends { readonly apiId: string }>(real: Documents<T>, idOf: (value: T) => string) =>
		part(real, ofApi(real, apiId), (it) => `${apiId}/${idOf(it)}`);
	const api = needs.apis.get(apiId);
	const apis = part(needs.apis, api === undefined ? [] : [api], (it) => it.id);
	const models = owned(needs.models, (it) => it.name);
	const validators = owned(needs.validators, (it) => it.id);
	const authorizers = owned(needs.authorizers, (it) => it.id);
	const gatewayResponses = owned(needs.gatewayResponses, (it) => it.responseType);
	const resources = owned(needs.resources, (it) => it.id);
	return {
		needs: {
			...needs,
			apis,
			models,
			validators,
			authorizers,
			gatewayResponses,
			resources,
			// One change is told, by who keeps it.
			events: { ...needs.events, publish: () => {} },
		},
		async keep() {
			for (const it of [models, validators, authorizers, gatewayResponses, resources, apis]) await it.keep();
		},
	};
}

type Drafted<T extends object> = Documents<T> & { keep(): Promise<void> };

function drafted<T extends object>(real: Documents<T>, before: ReadonlyMap<string, T>): Drafted<T> {
	const values = new Map(before);
	return {
		get: (id) => values.get(id),
		all: () => [...values.values()],
		async put(id, value) {
			values.set(id, value);
		},
		async delete(id) {
			values.delete(id);
		},
		async keep() {
			for (const id of before.keys()) if (!values.has(id)) await real.delete(id);
			for (const [id, value] of values) if (before.get(id) !== value) await real.put(id, value);
		},
	};
}
