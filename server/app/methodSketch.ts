import type { FilePlace, IntegrationType, Parameters } from "./knowledge.ts";

/** A method as its document declares it; models and the function are names still. */
export type MethodSketch = {
	readonly api: string;
	/** The keys that lead to it, so that the templates below are known to be its own. */
	readonly keys: readonly string[];
	readonly httpMethod: string;
	readonly path: string;
	readonly declared: FilePlace;
	readonly integration: IntegrationType | undefined;
	readonly parameters: Parameters;
	readonly requestModels: ReadonlyMap<string, string>;
	readonly responseModels: ReadonlyMap<string, ReadonlyMap<string, string>>;
	/** The status that each integration response answers, by the key it stands under. */
	readonly statuses: ReadonlyMap<string, string>;
	readonly function: string | undefined;
};

export function integrationType(text: string | undefined): IntegrationType | undefined {
	const name = text?.toUpperCase();
	return name === "AWS" || name === "AWS_PROXY" || name === "HTTP" || name === "HTTP_PROXY" || name === "MOCK"
		? name
		: undefined;
}

/** The function that an integration's URI names: `${CreateOrder.Arn}`, wherever in it. */
export function functionIn(uri: unknown): string | undefined {
	const text = JSON.stringify(uri) ?? "";
	return (
		/functions\/[^$]*\$\{(\w+)\.(?:Arn|Alias)\}/.exec(text)?.[1] ?? /"Fn::GetAtt":\["(\w+)","Arn"\]/.exec(text)?.[1]
	);
}
