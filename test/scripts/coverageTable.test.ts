import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { operations as apiGateway } from "../../emulator/apiGateway/operations/index.ts";
import { operations as dynamodb } from "../../emulator/dynamodb/operations/index.ts";
import { operations as dynamodbstreams } from "../../emulator/dynamodbStreams/operations/index.ts";
import { operations as lambda } from "../../emulator/lambda/operations/index.ts";
import { operations as sts } from "../../emulator/sts/operations/index.ts";
import { coverage, withCoverage } from "../../scripts/coverageTable.ts";

suite("The coverage table", () => {
	const tables = { apigateway: apiGateway, dynamodb, dynamodbstreams, lambda, sts };
	for (const [service, operations] of Object.entries(tables)) {
		test(`${service}: each operation that is served has a file of its name, and each file is served`, () => {
			const row = coverage().find((it) => it.service === service);
			assert.deepEqual(row?.implemented.toSorted(), Object.keys(operations).toSorted());
		});
	}

	test("in the README is the one that the folders make: `npm run coverage-table -- --readme`", () => {
		const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
		assert.equal(readme, withCoverage(readme));
	});
});
