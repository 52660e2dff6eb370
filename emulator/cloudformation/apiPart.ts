/** The types whose things are parts of an API and of every snapshot of it. */
export function isApiPart({ type }: { readonly type: string }): boolean {
	return parts.has(type);
}

const parts = new Set(
	["Authorizer", "GatewayResponse", "Method", "Model", "RequestValidator", "Resource"].map(
		(name) => `AWS::ApiGateway::${name}`,
	),
);
