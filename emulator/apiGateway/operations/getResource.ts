import { resourceAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { findResource } from "../lookup.ts";
import type { GetResourceRequest, Resource } from "../model.generated.ts";

export function getResource(needs: Pick<ControlPlane, "resources">, request: GetResourceRequest): Resource {
	return resourceAnswer(findResource(needs, request), request.embed);
}
