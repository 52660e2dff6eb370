import { listAt, mapAt, textAt } from "./members.ts";
import type { OpenApiDocument } from "./openApiDocument.ts";

/**
 * What stands before each path of an imported API. AWS leaves the definition's base path out unless told to prepend it, or
 * to split it: its first segment is left out, the rest prepended (recorded: test_import_rest_api_with_base_path_oas30,
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api-basePath.html).
 */
export function basePath(document: OpenApiDocument, mode: string | undefined): string {
	const segments = declared(document).split("/").filter(Boolean);
	const kept = mode === "prepend" ? segments : mode === "split" ? segments.slice(1) : [];
	return kept.map((it) => `/${it}`).join("");
}

/** Swagger's `basePath`, or the path of OpenAPI's first server, with its variables' defaults. */
function declared({ version, root }: OpenApiDocument): string {
	if (version === "swagger") return textAt(root, "basePath") ?? "";
	const server = mapAt({ first: listAt(root, "servers")[0] }, "first");
	const variables = mapAt(server, "variables");
	const url = (textAt(server, "url") ?? "").replaceAll(
		/\{([^{}]+)\}/g,
		(_, name: string) => textAt(mapAt(variables, name), "default")?.replace(/^\/+/, "") ?? "",
	);
	return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "");
}
