import { seededIds } from "../../../emulator/aws/ids.ts";
import { memoryDocuments } from "../../../emulator/aws/nedbDocuments.ts";
import { sourceIndex } from "../../../emulator/aws/sources.ts";
import { type DeployResult, deploy } from "../../../emulator/cloudformation/deploy.ts";
import { load } from "../../../emulator/cloudformation/load.ts";
import { openStack } from "../../../emulator/cloudformation/stack.ts";
import type { Problem } from "../../../protocol/problem.ts";
import { type RecordedCalls, recordedCalls } from "./recordedCalls.ts";

/** A stack that templates can be deployed to again and again, by operations that are only written down. */
export async function deploying(calls: RecordedCalls = recordedCalls(), codeRevision = () => "1") {
	const kernel = {
		account: "000000000000",
		region: "eu-west-1",
		ids: seededIds(1),
		documents: memoryDocuments(),
		sources: sourceIndex(),
	};
	const stack = await openStack(kernel, "/app/template.yaml", "app");
	return {
		kernel,
		stack,
		/** Deploys and answers what was called, what changed and what was wrong. */
		async deploy(text: string, given: ReadonlyMap<string, string> = new Map()) {
			const loaded = load(text, "/app/template.yaml", given);
			const result: DeployResult =
				loaded.deployable === undefined
					? { changed: [], problems: [] }
					: await deploy(loaded.deployable, given, stack, {
							kernel,
							call: calls.call,
							log: () => {},
							build: async () => ({ folder: "/code", revision: codeRevision() }),
						});
			const problems = [...loaded.problems, ...result.problems];
			return { calls: calls.take(), changed: result.changed, problems: problems.map(problemLine) };
		},
	};
}

/** `line:column severity message`. */
export function problemLine({ severity, message, at }: Problem): string {
	return `${at === undefined ? "" : `${at.line}:${at.column} `}${severity} ${message}`;
}
