import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import type { UntagResourceRequest } from "../model.generated.ts";
import { tableOfArn } from "../tables/resourceArn.ts";
import { checkSettled } from "../tables/statuses.ts";

export function untagResource(
	needs: Pick<Dynamodb, "account" | "region" | "clock" | "tables">,
	request: UntagResourceRequest,
): Promise<void> {
	if (request.TagKeys.length === 0) throw validationError("Atleast one Tag Key needs to be provided as Input.");
	return needs.tables.change(async () => {
		const table = tableOfArn(needs, request.ResourceArn);
		checkSettled(table, needs.clock.now());
		const { definition } = table;
		const kept = Object.entries(definition.tags).filter(([key]) => !request.TagKeys.includes(key));
		await needs.tables.put({ ...definition, tags: Object.fromEntries(kept) });
	});
}
