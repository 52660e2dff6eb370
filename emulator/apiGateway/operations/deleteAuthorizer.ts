import type { ControlPlane } from "../controlPlane.ts";
import { authorizerNotFound, conflict } from "../errors.ts";
import type { DeleteAuthorizerRequest } from "../model.generated.ts";
import { ofApi } from "../stores.ts";

export async function deleteAuthorizer(
	{ authorizers, resources }: Pick<ControlPlane, "authorizers" | "resources">,
	{ restApiId, authorizerId }: DeleteAuthorizerRequest,
): Promise<object> {
	const authorizer = authorizers.get(`${restApiId}/${authorizerId}`);
	if (authorizer === undefined) throw authorizerNotFound();
	for (const resource of ofApi(resources, restApiId)) {
		const user = Object.values(resource.methods).find((it) => it.authorizerId === authorizerId);
		if (user === undefined) continue;
		const place = `${resource.path}/${user.httpMethod}`;
		throw conflict(`Cannot delete authorizer '${authorizer.name}', is referenced in method: ${place}`); // unverified text
	}
	await authorizers.delete(`${restApiId}/${authorizerId}`);
	return {};
}
