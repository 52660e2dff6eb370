import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import type { TagResourceRequest } from "../model.generated.ts";
import { tableOfArn } from "../tables/resourceArn.ts";
import { checkTagCount, checkTags, tagRecord } from "../tables/tags.ts";

export function tagResource({ tables }: Pick<Dynamodb, "tables">, request: TagResourceRequest): Promise<void> {
	if (request.Tags.length === 0) throw validationError("Atleast one Tag needs to be provided as Input.");
	checkTags(request.Tags);
	return tables.change(async () => {
		const { definition } = tableOfArn(tables, request.ResourceArn);
		const tags = { ...definition.tags, ...tagRecord(request.Tags) };
		checkTagCount(Object.keys(tags).length);
		await tables.put({ ...definition, tags });
	});
}
