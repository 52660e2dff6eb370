import { listedConfiguration } from "../functionConfiguration.ts";
import type { Lambda } from "../lambda.ts";
import type { ListFunctionsRequest, ListFunctionsResponse } from "../model.generated.ts";

/** All functions by name, 50 to a page unless fewer are asked for; with `FunctionVersion: ALL`, their versions too. */
export function listFunctions(
	{ functions }: Pick<Lambda, "functions">,
	{ FunctionVersion, Marker, MaxItems = pageMax }: ListFunctionsRequest,
): ListFunctionsResponse {
	const all = functions.stored.all().flatMap(({ latest, versions }) => {
		const listed = FunctionVersion === "ALL" ? [latest, ...versions] : [latest];
		return listed.map((version) => {
			const qualifier = FunctionVersion === "ALL" ? version.version : undefined;
			return listedConfiguration(version, functions.arn(version.name, qualifier));
		});
	});
	const key = (arn: string | undefined) => arn ?? "";
	all.sort((a, b) => (key(a.FunctionArn) < key(b.FunctionArn) ? -1 : 1));
	// The marker is the last ARN that was given: it holds its place when functions come and go between two pages.
	const after = Marker === undefined ? "" : Buffer.from(Marker, "base64url").toString("utf8");
	const rest = all.filter(({ FunctionArn }) => key(FunctionArn) > after);
	const page = rest.slice(0, Math.min(MaxItems, pageMax));
	if (page.length === rest.length) return { Functions: page };
	return { Functions: page, NextMarker: Buffer.from(key(page.at(-1)?.FunctionArn)).toString("base64url") };
}

const pageMax = 50;
