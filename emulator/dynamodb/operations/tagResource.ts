import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import type { TagResourceRequest } from "../model.generated.ts";
import { tableOfArn } from "../tables/resourceArn.ts";
import { checkSettled } from "../tables/statuses.ts";
import { checkTagCount, checkTags, tagRecord } from "../tables/tags.ts";

export function tagResource(
	needs: Pick<Dynamodb, "account" | "region" | "clock" | "tables">,
	request: TagResourceRequest,
): Promise<void> {
	if (request.Tags.length === 0) throw validationError("Atleast one Tag needs to be provided as Input.");
	checkTags(request.Tags);
	return needs.tables.change(async () => {
		const table = tableOfArn(needs, request.ResourceArn);
		checkSettled(table, needs.clock.now());
		const { definition } = table;
		const tags = { ...definition.tags, ...tagRecord(request.Tags) };
		checkTagCount(Object.keys(tags).length);
		await needs.tables.put({ ...definition, tags });
	});
}
