import { type AdminRoute, json } from "../answer.ts";

/** `/_gatewright/dynamodb/{part}/…`: DynamoDB's own routes, by their first name; what has none is about a table. */
export function dynamodbRoute(parts: Readonly<Record<string, AdminRoute>>): AdminRoute {
	return (request, rest) => {
		const [name = "", ...further] = rest.split("/");
		const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
		if (part !== undefined) return part(request, further.join("/"));
		const known = Object.keys(parts).join(", ");
		return json(404, { message: `There is no /_gatewright/dynamodb/${name}. There are: ${known}.` });
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
