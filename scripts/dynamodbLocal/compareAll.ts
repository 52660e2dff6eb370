import fc from "fast-check";
import { type Scenario, scenarios } from "./arbitraries/scenarios.ts";
import { compareScenario, type Difference, type Servers } from "./compareScenario.ts";
import { knownDifference } from "./differences.ts";

export type Extent = {
	/** At least so many operations, in as many scenarios as that takes. */
	readonly operations: number;
	readonly seed: number;
	/** Only this scenario, made as small as still differs. */
	readonly path: string | undefined;
	/** So many differences are printed whole. */
	readonly show: number;
};

/** Compares random scenarios, prints what differs, and returns how much of it is not known. */
export async function compareAll(servers: Servers, { operations, seed, path, show }: Extent): Promise<number> {
	if (path !== undefined) return smallest(servers, seed, path);
	let done = 0;
	let refused = 0;
	let records = 0;
	let found = 0;
	const byReason = new Map<string, number>();
	const kinds = new Map<string, number>();
	for (let number = 0; done < operations; number++) {
		for (const scenario of fc.sample(scenarios, { seed, path: String(number), numRuns: 1 })) {
			const compared = await compareScenario(servers, scenario);
			done += compared.operations;
			refused += compared.refused;
			records += compared.records;
			for (const difference of compared.differences) {
				const reason = knownDifference(difference)?.reason;
				if (reason !== undefined) {
					byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
					continue;
				}
				found++;
				if (found <= show) report(number, scenario, difference);
			}
			for (const { call } of scenario.steps) kinds.set(call.operation, (kinds.get(call.operation) ?? 0) + 1);
		}
	}
	console.log(`${done} operations, ${refused} refused by DynamoDB Local, ${records} stream records`);
	console.log([...kinds].map(([name, count]) => `${name} ${count}`).join(", "));
	for (const [reason, count] of byReason) console.log(`known, ${count} times: ${reason}`);
	console.log(`${found} differences, seed ${seed}`);
	return found;
}

async function smallest(servers: Servers, seed: number, path: string): Promise<number> {
	const unknown = async (scenario: Scenario) => {
		const { differences } = await compareScenario(servers, scenario);
		return differences.filter((it) => knownDifference(it) === undefined);
	};
	const property = fc.asyncProperty(scenarios, async (scenario) => (await unknown(scenario)).length === 0);
	const { counterexample, counterexamplePath } = await fc.check(property, { seed, path, numRuns: 1 });
	if (counterexample === null) {
		console.log(`0 differences, seed ${seed}, path ${path}`);
		return 0;
	}
	const [scenario] = counterexample;
	const differences = await unknown(scenario);
	console.log(JSON.stringify(scenario.table.request));
	for (const { call } of scenario.steps) console.log(`  ${call.operation} ${JSON.stringify(call.request)}`);
	for (const it of differences) report(Number.parseInt(path, 10), scenario, it);
	console.log(`seed ${seed}, path ${counterexamplePath}`);
	return differences.length;
}

function report(number: number, { table }: Scenario, { step, ours, theirs }: Difference): void {
	const { operation, request } = step.call;
	console.log(`--path ${number}: ${operation} ${step.kind} ${JSON.stringify(request)}`);
	const types = [...JSON.stringify(table.request).matchAll(/"AttributeName":"(\w+)","AttributeType":"(\w)"/g)];
	console.log(`  table     ${types.map(([, name, type]) => `${name}: ${type}`).join(", ")}`);
	console.log(`  ours      ${JSON.stringify(ours)}\n  reference ${JSON.stringify(theirs)}`);
}
