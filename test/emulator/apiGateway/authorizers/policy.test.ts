import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluatePolicy, readPolicy } from "../../../../emulator/apiGateway/authorizers/policy.ts";

const arn = "arn:aws:execute-api:eu-central-1:000000000000:abc/test/GET/pets/1";
const statement = (Effect: string, Resource: unknown, Action: unknown = "execute-api:Invoke") => ({
	Effect,
	Action,
	Resource,
});

for (const [name, statements, verdict] of [
	["the very method", statement("Allow", arn), "allowed"],
	["a list of one statement", [statement("Allow", [arn])], "allowed"],
	["everything", statement("Allow", "*", "*"), "allowed"],
	["a star for what is between", statement("Allow", "arn:*:abc/*/GET/*"), "allowed"],
	["a question mark for one sign", statement("Allow", arn.replace(/1$/, "?")), "allowed"],
	["a question mark for none", statement("Allow", `${arn}?`), "not allowed"],
	["an action in another spelling", statement("Allow", "*", "EXECUTE-API:invoke"), "allowed"],
	["another action", statement("Allow", "*", "execute-api:ManageConnections"), "not allowed"],
	["another method", statement("Allow", arn.replace("GET", "POST")), "not allowed"],
	["a denial beside a permission", [statement("Allow", "*"), statement("Deny", arn)], "denied"],
	["a denial of something else", [statement("Allow", "*"), statement("Deny", "*/POST/*")], "allowed"],
	["many stars, in no time", statement("Allow", `${"*a".repeat(5000)}b`), "not allowed"],
] as const) {
	test(`${name}: ${verdict}`, () => {
		const read = readPolicy({ Version: "2012-10-17", Statement: statements });
		assert.equal(typeof read === "string" ? read : evaluatePolicy(read, arn), verdict);
	});
}

for (const [name, document, expected] of [
	["no statement", {}, "policyDocument has no Statement"],
	["nothing at all", undefined, "policyDocument has no Statement"],
	["an effect that is none", { Statement: statement("allow", "*") }, "a statement's Effect is neither Allow nor Deny"],
	["no action", { Statement: statement("Allow", "*", null) }, "a statement has no Action"],
	["a resource that is no text", { Statement: statement("Allow", [1]) }, "a statement has no Resource"],
] as const) {
	test(`refuses ${name}`, () => assert.equal(readPolicy(document), expected));
}
