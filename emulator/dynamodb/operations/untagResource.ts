import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import type { UntagResourceRequest } from "../model.generated.ts";
import { tableOfArn } from "../tables/resourceArn.ts";

export function untagResource({ tables }: Pick<Dynamodb, "tables">, request: UntagResourceRequest): Promise<void> {
	if (request.TagKeys.length === 0) throw validationError("Atleast one Tag Key needs to be provided as Input.");
	return tables.change(async () => {
		const { definition } = tableOfArn(tables, request.ResourceArn);
		const kept = Object.entries(definition.tags).filter(([key]) => !request.TagKeys.includes(key));
		await tables.put({ ...definition, tags: Object.fromEntries(kept) });
	});
}
