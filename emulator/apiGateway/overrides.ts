import type { JsonValue } from "../../language/vtl/bindings/environment.ts";
import type { GatewayCall } from "./call.ts";

/** What the request template put into `$context.requestOverride`, as far as it makes sense. */
export function requestOverrides({ overrides }: Pick<GatewayCall, "overrides">) {
	const { requestOverride } = overrides;
	return {
		header: texts(requestOverride, "header"),
		path: texts(requestOverride, "path"),
		querystring: texts(requestOverride, "querystring"),
	};
}

/** What either template put into `$context.responseOverride`; a status only if it is one (LocalStack's source). */
export function responseOverrides({ overrides }: Pick<GatewayCall, "overrides">) {
	const status = member(overrides.responseOverride, "status");
	const number = typeof status === "string" && /^\d{3}$/.test(status) ? Number(status) : status;
	const isStatus = typeof number === "number" && Number.isInteger(number) && number >= 100 && number <= 599;
	return { header: texts(overrides.responseOverride, "header"), ...(isStatus ? { status: number } : {}) };
}

function texts(override: JsonValue, place: string): [name: string, value: string][] {
	const map = member(override, place);
	if (typeof map !== "object" || map === null || Array.isArray(map)) return [];
	return Object.entries(map).flatMap(([name, value]): [string, string][] =>
		value === null ? [] : [[name, typeof value === "string" ? value : JSON.stringify(value)]],
	);
}

function member(value: JsonValue, name: string): JsonValue | undefined {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
	return Object.entries(value).find(([it]) => it === name)?.[1];
}
