import { qualifierMismatch } from "./errors.ts";

/** What a request's `FunctionName` and `Qualifier` say together. Parts that were not given are absent. */
export type FunctionName = {
	readonly name: string;
	readonly qualifier?: string | undefined;
	readonly region?: string | undefined;
	readonly account?: string | undefined;
};

/** Takes apart `name`, `name:qualifier`, `account:function:name`, `function:name` and a whole ARN, as AWS's pattern allows. */
export function parseFunctionName(functionName: string, qualifier?: string): FunctionName {
	const match = pattern.exec(functionName);
	// The model's own pattern let it pass: what ours does not know is a plain name that does not exist.
	const { region, account, name = functionName, qualifier: inName } = match?.groups ?? {};
	if (inName !== undefined && qualifier !== undefined && inName !== qualifier) throw qualifierMismatch();
	return { name, qualifier: qualifier ?? inName, region, account };
}

export function functionArn(
	{ account, region }: { readonly account: string; readonly region: string },
	name: string,
	qualifier?: string,
): string {
	const arn = `arn:aws:lambda:${region}:${account}:function:${name}`;
	return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

const pattern =
	/^(?:arn:aws[a-zA-Z-]*:lambda:)?(?:(?<region>[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d):)?(?:(?<account>\d{12}):)?(?:function:)?(?<name>[a-zA-Z0-9-_.]+)(?::(?<qualifier>\$LATEST(?:\.PUBLISHED)?|[a-zA-Z0-9-_]+))?$/;
