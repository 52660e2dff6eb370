import type { ControlPlane } from "../controlPlane.ts";
import { badRequest } from "../errors.ts";
import type { ImportRestApiRequest } from "../model.generated.ts";
import { importApi } from "./importApi.ts";
import type { ImportedApi } from "./importedApi.ts";
import { readOpenApi } from "./openApiDocument.ts";

/** What a request to import brings; one that is to fail on warnings does, with all of them (the words before them are unverified). */
export function readImport(
	{ ids }: Pick<ControlPlane, "ids">,
	{ body, parameters = {}, failOnWarnings }: ImportRestApiRequest,
): ImportedApi {
	const newModelName = () => `MODEL${ids.text(6)}`;
	const imported = importApi(readOpenApi(body), { basePathMode: parameters["basepath"], newModelName });
	if (failOnWarnings === true && imported.warnings.length > 0) {
		throw badRequest(`Warnings found during import:\n\t${imported.warnings.join("\n\t")}`);
	}
	return imported;
}

/** An answer's member, only there when there are some. */
export const warningsOf = ({ warnings }: ImportedApi) => (warnings.length === 0 ? {} : { warnings });
