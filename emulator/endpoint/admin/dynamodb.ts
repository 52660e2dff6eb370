import type { WireRequest, WireResponse } from "../../aws/wire.ts";
import { type AdminRoute, json } from "../answer.ts";

/** What is told of one table. */
export type TableRoute = (request: WireRequest, table: string) => WireResponse;

/** `/_gatewright/dynamodb/{part}/…` and `/_gatewright/dynamodb/{table}/{part}`: DynamoDB's own routes, by their names. */
export function dynamodbRoute(
	parts: Readonly<Record<string, AdminRoute>>,
	tableParts: Readonly<Record<string, TableRoute>>,
): AdminRoute {
	return (request, rest) => {
		const [name = "", ...further] = rest.split("/");
		const [tablePart = "", ...more] = further;
		const ofTable = more.length === 0 && Object.hasOwn(tableParts, tablePart) ? tableParts[tablePart] : undefined;
		if (ofTable !== undefined) return ofTable(request, name);
		const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
		if (part !== undefined) return part(request, further.join("/"));
		const known = [...Object.keys(parts), ...Object.keys(tableParts).map((it) => `{table}/${it}`)].join(", ");
		return json(404, { message: `There is no /_gatewright/dynamodb/${rest}. There are: ${known}.` });
	};
}

/** `GET` tells how long DynamoDB's states last and how far its indexes are behind, in seconds; `POST` changes what it names. */
export function timingRoute(timing: {
	settings(): Readonly<Record<string, number>>;
	/** Answers what is wrong with the settings, having changed nothing. */
	change(settings: unknown): string | undefined;
}): AdminRoute {
	return (request) => {
		if (request.method === "GET") return json(200, timing.settings());
		if (request.method !== "POST") return json(405, { message: "Timing takes GET and POST." });
		let settings: unknown;
		try {
			settings = JSON.parse(request.body.toString("utf8"));
		} catch {
			return json(400, { message: "The body is not JSON." });
		}
		const problem = timing.change(settings);
		return problem === undefined ? json(200, timing.settings()) : json(400, { message: problem });
	};
}
