import type { CallOperation } from "../../../emulator/aws/service.ts";

export type RecordedCalls = { readonly call: CallOperation; take(): readonly string[] };

/** Answers every operation with ids made up in a row, and writes down its name: for tests of what is called, and in what order. */
export function recordedCalls(
	refuse: (operation: string, request: object) => Error | undefined = () => undefined,
): RecordedCalls {
	const names: string[] = [];
	let count = 0;
	return {
		async call(_, operation, request) {
			const error = refuse(operation, request);
			if (error !== undefined) throw error;
			names.push(`${operation} ${subject(request)}`.trim());
			const id = `id${++count}`;
			const table = { TableArn: `arn:${id}` };
			return {
				id,
				rootResourceId: `root${id}`,
				name: id,
				FunctionArn: `arn:${id}`,
				TableDescription: table,
				Table: table,
			};
		},
		take: () => names.splice(0),
	};
}

function subject(request: object): string {
	const members = new Map<string, unknown>(Object.entries(request));
	const parts = ["TableName", "FunctionName", "pathPart", "httpMethod", "stageName", "name"].map((name) =>
		members.get(name),
	);
	return parts.filter((part) => typeof part === "string").join(" ");
}
