import type { Documents } from "../aws/documents.ts";
import type { Kernel } from "../aws/service.ts";
import { aliasNotFound, functionNotFound, unreachableRegion } from "./errors.ts";
import { type FunctionName, functionArn, parseFunctionName } from "./functionNames.ts";
import type { PolicyStatement } from "./policy.ts";

/** A function as it is stored: what is edited, and what was published from it. */
export type LambdaFunction = {
	readonly name: string;
	readonly latest: FunctionVersion;
	/** Published, in their order; never changed. */
	readonly versions: readonly FunctionVersion[];
	/** The number of the next version; numbers are not used twice. */
	readonly nextVersion: number;
	/** What the last published version was made of: nothing is published twice. */
	readonly lastPublished?: { readonly version: string; readonly content: string } | undefined;
	readonly aliases: readonly Alias[];
	/** By qualifier; the empty one is the function itself. Their revision is that of what they belong to. */
	readonly policies: Readonly<Record<string, Policy>>;
	readonly tags: Readonly<Record<string, string>>;
	readonly reservedConcurrency?: number | undefined;
};

/** All that decides how a version runs. */
export type FunctionVersion = {
	readonly name: string;
	readonly version: string;
	readonly runtime: string;
	readonly role: string;
	readonly handler: string;
	readonly description: string;
	readonly timeoutSeconds: number;
	readonly memorySizeMb: number;
	readonly environment?: Readonly<Record<string, string>> | undefined;
	readonly architecture: "x86_64" | "arm64";
	readonly ephemeralStorageMb: number;
	readonly tracing: "Active" | "PassThrough";
	readonly logging: FunctionLogging;
	readonly layers: readonly string[];
	readonly deadLetterTarget?: string | undefined;
	readonly code: FunctionCodeSource;
	readonly lastModified: string;
	/** AWS's RevisionId: changes with every change, of the policy too. */
	readonly revision: string;
	/** Changes when the code or the configuration does: environments of another generation are out of date. */
	readonly generation: string;
};

export type FunctionLogging = {
	readonly format: "Text" | "JSON";
	readonly group: string;
	readonly level?: string | undefined;
	readonly systemLevel?: string | undefined;
};

/** Where the code is: unzipped in our own folder, or in place in the user's. */
export type FunctionCodeSource = {
	readonly kind: "zip" | "folder";
	readonly folder: string;
	readonly sha256: string;
	readonly sizeBytes: number;
};

export type Alias = {
	readonly name: string;
	readonly version: string;
	readonly description: string;
	readonly weights?: Readonly<Record<string, number>> | undefined;
	readonly revision: string;
};
export type Policy = readonly PolicyStatement[];

/** A function and the version that a name with its qualifier stands for. */
export type Resolved = {
	readonly function: LambdaFunction;
	readonly version: FunctionVersion;
	/** The qualifier as it was given; absent for the function itself. */
	readonly qualifier?: string | undefined;
	/** With the qualifier as it was given, as the function sees it. */
	readonly arn: string;
};

/** The functions that exist, and what names mean. */
export type Functions = {
	readonly stored: Documents<LambdaFunction>;
	/** A name, partial ARN or ARN as a request has it, with its qualifier from either place. */
	name(functionName: string, qualifier?: string): FunctionName;
	arn(name: string, qualifier?: string): string;
	/** The function of that name; refuses with AWS's error when there is none. */
	get(name: FunctionName): LambdaFunction;
	/** The version that the qualifier stands for; an alias with weights chooses by `fraction`. */
	resolve(name: FunctionName): Resolved;
};

type Needs = Pick<Kernel, "account" | "region" | "ids">;

export function functionsOf(stored: Documents<LambdaFunction>, { account, region, ids }: Needs): Functions {
	const arn = (name: string, qualifier?: string) => functionArn({ account, region }, name, qualifier);
	const notFound = (name: FunctionName) => functionNotFound(arn(name.name, name.qualifier));

	function get(name: FunctionName): LambdaFunction {
		const found = name.account === undefined || name.account === account ? stored.get(name.name) : undefined;
		if (found === undefined) throw notFound(name);
		return found;
	}

	function parsed(functionName: string, qualifier?: string): FunctionName {
		const name = parseFunctionName(functionName, qualifier);
		if (name.region !== undefined && name.region !== region) throw unreachableRegion(name.region, region);
		return name;
	}

	// API Gateway asks by the same few ARNs on every request.
	const names = new Map<string, FunctionName>();

	return {
		stored,
		arn,
		name(functionName, qualifier) {
			if (qualifier !== undefined) return parsed(functionName, qualifier);
			let name = names.get(functionName);
			if (name === undefined) {
				name = parsed(functionName);
				if (names.size >= namesMax) names.clear();
				names.set(functionName, name);
			}
			return name;
		},
		get,
		resolve(name) {
			const found = get(name);
			const version = versionOf(found, name.qualifier, () => ids.fraction());
			if (version === undefined) throw notFound(name);
			return { function: found, version, qualifier: name.qualifier, arn: arn(name.name, name.qualifier) };
		},
	};
}

const namesMax = 1000;

/** Refuses an alias that does not exist; a version or the function itself passes. */
export function requireQualifier(functions: Functions, found: LambdaFunction, qualifier: string | undefined): void {
	if (versionOf(found, qualifier, () => 0) !== undefined) return;
	const arn = functions.arn(found.name, qualifier);
	throw /^(\d+|.*\$.*)$/.test(qualifier ?? "") ? functionNotFound(arn) : aliasNotFound(arn);
}

function versionOf(
	{ latest, versions, aliases }: LambdaFunction,
	qualifier: string | undefined,
	fraction: () => number,
): FunctionVersion | undefined {
	if (qualifier === undefined || qualifier === "$LATEST") return latest;
	const published = versions.find(({ version }) => version === qualifier);
	if (published !== undefined) return published;
	const alias = aliases.find(({ name }) => name === qualifier);
	if (alias === undefined) return undefined;
	const [other] = Object.entries(alias.weights ?? {});
	const chosen = other !== undefined && fraction() < other[1] ? other[0] : alias.version;
	return chosen === "$LATEST" ? latest : versions.find(({ version }) => version === chosen);
}

/** The RevisionId of a function, a version or an alias; the qualifier exists. */
export function revisionOf(found: LambdaFunction, qualifier: string | undefined): string {
	const alias = found.aliases.find(({ name }) => name === qualifier);
	const version = found.versions.find((it) => it.version === qualifier);
	return alias?.revision ?? version?.revision ?? found.latest.revision;
}

/** The function with another policy for a qualifier. That changes the revision of what the policy belongs to. */
export function withPolicy(
	found: LambdaFunction,
	qualifier: string | undefined,
	policy: Policy,
	revision: string,
): LambdaFunction {
	return {
		...found,
		latest: qualifier === undefined ? { ...found.latest, revision } : found.latest,
		versions: found.versions.map((it) => (it.version === qualifier ? { ...it, revision } : it)),
		aliases: found.aliases.map((it) => (it.name === qualifier ? { ...it, revision } : it)),
		policies: { ...found.policies, [qualifier ?? ""]: policy },
	};
}
