import type { TablePartitions, Throttling } from "../../../protocol/partitions.ts";
import { type AdminRoute, json } from "../answer.ts";
import type { TableRoute } from "./dynamodb.ts";

/**
 * `GET` tells whether DynamoDB throttles; `PUT` changes it, for all tables by `{"enabled": bool}`, for single ones by
 * `{"tables": {"NAME": bool}}`, where null takes what was said of a table back. What is not named stays.
 */
export function throttlingRoute(capacity: {
	readonly throttling: Throttling;
	throttle(setting: Throttling): void;
}): AdminRoute {
	return (request) => {
		if (request.method === "GET") return json(200, capacity.throttling);
		if (request.method !== "PUT") return json(405, { message: "Throttling takes GET and PUT." });
		const changed = change(capacity.throttling, request.body.toString("utf8"));
		if (typeof changed === "string") return json(400, { message: changed });
		capacity.throttle(changed);
		return json(200, changed);
	};
}

/** `/_gatewright/dynamodb/{table}/partitions`: what a table's capacity is, where it goes, and what was or would have been throttled. */
export function partitionsRoute(describe: (tableName: string) => TablePartitions | undefined): TableRoute {
	return (request, table) => {
		if (request.method !== "GET") return json(405, { message: "Partitions take GET." });
		const described = describe(table);
		return described === undefined ? json(404, { message: `There is no table ${table}.` }) : json(200, described);
	};
}

const usage = 'Throttling takes {"enabled": true or false}, {"tables": {"NAME": true, false or null}} or both.';
const mostTables = 1000;

function change(current: Throttling, text: string): Throttling | string {
	let asked: unknown;
	try {
		asked = JSON.parse(text);
	} catch {
		return `The body is not JSON. ${usage}`;
	}
	if (typeof asked !== "object" || asked === null || Object.keys(asked).length === 0) return usage;
	let { enabled } = current;
	const tables = new Map(Object.entries(current.tables));
	for (const [member, value] of Object.entries(asked)) {
		if (member === "enabled" && typeof value === "boolean") enabled = value;
		else if (member !== "tables" || typeof value !== "object" || value === null) return usage;
		else {
			for (const [name, on] of Object.entries(value)) {
				if (on === null) tables.delete(name);
				else if (typeof on === "boolean") tables.set(name, on);
				else return usage;
			}
		}
	}
	if (tables.size > mostTables) return `Throttling can be set for ${mostTables} tables apart.`;
	return { enabled, tables: Object.fromEntries(tables) };
}
