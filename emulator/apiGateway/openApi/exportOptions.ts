export type ExportOptions = {
	readonly format: "swagger" | "oas30";
	/** `integrations`, `authorizers` or `apigateway`, which is all of them: API Gateway's own members. */
	readonly extensions: ReadonlySet<string>;
	/** The host at AWS, and the stage. */
	readonly host: string;
	readonly stageName: string;
	/** For an API whose definition had no version of its own: its creation, ISO 8601. */
	readonly version: string;
};

/** Whether all of API Gateway's own members are asked for. */
export const isAll = ({ extensions }: ExportOptions) => extensions.has("apigateway");

/** A member that is left out where it would be an empty map. */
export function unlessEmpty(name: string, map: object): Record<string, unknown> {
	return Object.keys(map).length === 0 ? {} : { [name]: map };
}
