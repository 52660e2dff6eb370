import type { App, AppApi, AppFunction, AppResource, AppTable, Ready } from "../../../protocol/app.ts";
import type { Problem, SourceLocation } from "../../../protocol/problem.ts";
import type { CallOperation } from "../../aws/service.ts";
import type { SourceIndex } from "../../aws/sources.ts";
import { type AdminRoute, json } from "../answer.ts";

/** `/_gatewright/app`: what runs now, for the editor's tree. */
export function appRoute(describe: () => Promise<App>): AdminRoute {
	return async () => json(200, await describe());
}

export type DescribeNeeds = {
	/** Read through the same operations that an SDK has, so that the tree cannot know more than a client may. */
	readonly call: CallOperation;
	readonly sources: SourceIndex;
	readonly endpoint: string;
	readonly template?: string;
	readonly problems: readonly Problem[];
	/** What the template calls a function or table of this name. */
	logicalIdOf(name: string): string | undefined;
};

export async function describeApp(needs: DescribeNeeds): Promise<App> {
	const [apis, functions, tables] = await Promise.all([
		describeApis(needs),
		describeFunctions(needs),
		describeTables(needs),
	]);
	const { endpoint, template, problems } = needs;
	return { endpoint, ...(template === undefined ? {} : { template }), apis, functions, tables, problems };
}

/** What `gatewright start --json` says first: the same facts in short. */
export function readyLine({ endpoint, apis, functions, tables }: App): Ready {
	return {
		ready: true,
		endpoint,
		apis: apis.flatMap(({ id, name, stages }) => stages.map((it) => ({ id, name, stage: it.name, url: it.url }))),
		functions: functions.map((it) => it.name),
		tables: tables.map((it) => it.name),
	};
}

/** The members read here, as AWS's model has them; `call` answers untyped records. */
type RestApi = { id: string; name: string };
type Stage = { stageName: string };
type Resource = {
	id: string;
	path: string;
	resourceMethods?: Record<string, { methodIntegration?: { type?: string } }>;
};

async function describeApis({ call, sources, endpoint }: DescribeNeeds): Promise<AppApi[]> {
	const { items } = (await call("apigateway", "GetRestApis", { limit: 500 })) as { items?: readonly RestApi[] };
	return Promise.all(
		(items ?? []).map(async ({ id, name }) => {
			const [stages, resources] = await Promise.all([
				call("apigateway", "GetStages", { restApiId: id }) as Promise<{ item?: readonly Stage[] }>,
				call("apigateway", "GetResources", { restApiId: id, limit: 500, embed: ["methods"] }) as Promise<{
					items?: readonly Resource[];
				}>,
			]);
			return {
				id,
				name,
				...at(sources, `apis/${id}`),
				stages: (stages.item ?? []).map((it) => ({ name: it.stageName, url: stageUrl(endpoint, id, it.stageName) })),
				resources: (resources.items ?? []).map((it) => describeResource(sources, id, it)),
			};
		}),
	);
}

function stageUrl(endpoint: string, apiId: string, stage: string): string {
	return `${endpoint}/_api/${apiId}/${stage}`;
}

function describeResource(sources: SourceIndex, apiId: string, { id, path, resourceMethods }: Resource): AppResource {
	const methods = Object.entries(resourceMethods ?? {}).map(([httpMethod, method]) => ({
		httpMethod,
		integration: method.methodIntegration?.type ?? "none",
		...at(sources, `apis/${apiId}/resources/${id}/methods/${httpMethod}`),
	}));
	return { id, path, methods };
}

async function describeFunctions({ call, sources, logicalIdOf }: DescribeNeeds): Promise<AppFunction[]> {
	type Function = { FunctionName: string; Runtime?: string; Handler?: string };
	const { Functions } = (await call("lambda", "ListFunctions", {})) as { Functions?: readonly Function[] };
	return (Functions ?? []).map((it) => ({
		name: it.FunctionName,
		...logical(logicalIdOf(it.FunctionName)),
		runtime: it.Runtime ?? "",
		handler: it.Handler ?? "",
		...at(sources, `functions/${it.FunctionName}`),
	}));
}

async function describeTables({ call, sources, logicalIdOf }: DescribeNeeds): Promise<AppTable[]> {
	type Index = { IndexName: string };
	type Table = {
		TableStatus: string;
		GlobalSecondaryIndexes?: readonly Index[];
		LocalSecondaryIndexes?: readonly Index[];
	};
	const { TableNames } = (await call("dynamodb", "ListTables", {})) as { TableNames?: readonly string[] };
	return Promise.all(
		(TableNames ?? []).map(async (name) => {
			const { Table } = (await call("dynamodb", "DescribeTable", { TableName: name })) as { Table: Table };
			const indexes = [...(Table.GlobalSecondaryIndexes ?? []), ...(Table.LocalSecondaryIndexes ?? [])];
			return {
				name,
				...logical(logicalIdOf(name)),
				status: Table.TableStatus,
				indexes: indexes.map((it) => it.IndexName),
				...at(sources, `tables/${name}`),
			};
		}),
	);
}

function logical(logicalId: string | undefined): { logicalId?: string } {
	return logicalId === undefined ? {} : { logicalId };
}

function at(sources: SourceIndex, key: string): { source?: SourceLocation } {
	const source = sources.at(key);
	return source === undefined ? {} : { source };
}
