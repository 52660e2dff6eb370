import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { BoundOperation, Call, Service } from "../../../emulator/aws/service.ts";
import { serve } from "./serve.ts";

const issued = { secretAccessKey: "a-secret-of-ours" };
const findKey = (id: string) => (id === "ASIAOURS" ? issued : undefined);

/** One operation that keeps who called it. */
function watched(model: Service["model"], name: string, answer: object) {
	const callers: Call["principal"][] = [];
	const operation: BoundOperation = (_request, { principal }) => {
		callers.push(principal);
		return answer;
	};
	return { callers, service: { model, operations: { [name]: operation } } };
}

suite("Signatures", () => {
	const sts = () => watched("sts", "GetCallerIdentity", {});

	test("one made with a key that we issued is verified", async (t) => {
		const { callers, service } = sts();
		const { options } = await serve(t, [service], findKey);
		const credentials = { accessKeyId: "ASIAOURS", ...issued };
		await new STSClient({ ...options, credentials }).send(new GetCallerIdentityCommand({}));
		assert.deepEqual(callers, [{ accessKeyId: "ASIAOURS", verified: true }]);
	});

	test("one made with our key and another secret is refused as AWS does", async (t) => {
		const { service } = sts();
		const { options } = await serve(t, [service], findKey);
		const credentials = { accessKeyId: "ASIAOURS", secretAccessKey: "guessed" };
		await assert.rejects(new STSClient({ ...options, credentials }).send(new GetCallerIdentityCommand({})), {
			name: "InvalidSignatureException",
			message: /^The request signature we calculated does not match the signature you provided\./,
		});
	});

	test("one made with a key of anybody else's is accepted unverified", async (t) => {
		const { callers, service } = sts();
		const { options } = await serve(t, [service], findKey);
		await new STSClient(options).send(new GetCallerIdentityCommand({}));
		assert.deepEqual(callers, [{ accessKeyId: "any", verified: false }]);
	});

	test("a path with characters that are encoded twice verifies", async (t) => {
		const { callers, service } = watched("lambda", "GetFunctionConfiguration", {});
		const { options } = await serve(t, [service], findKey);
		const client = new LambdaClient({ ...options, credentials: { accessKeyId: "ASIAOURS", ...issued } });
		const FunctionName = "arn:aws:lambda:us-east-1:000000000000:function:f";
		await client.send(new GetFunctionConfigurationCommand({ FunctionName, Qualifier: "$LATEST" }));
		assert.deepEqual(callers, [{ accessKeyId: "ASIAOURS", verified: true }]);
	});

	test("S3's path, which is encoded once, verifies", async (t) => {
		const { callers, service } = watched("s3", "GetObject", { Body: Buffer.from("x") });
		const { options } = await serve(t, [service], findKey);
		const client = new S3Client({
			...options,
			credentials: { accessKeyId: "ASIAOURS", ...issued },
			forcePathStyle: true,
		});
		await client.send(new GetObjectCommand({ Bucket: "b", Key: "a b/(c)*'!~ü.txt" }));
		assert.deepEqual(callers, [{ accessKeyId: "ASIAOURS", verified: true }]);
	});

	const broken: readonly [what: string, authorization: string, status: number, message: RegExp][] = [
		[
			"no signature in it",
			"AWS4-HMAC-SHA256 Credential=a/20261122/us-east-1/sts/aws4_request",
			403,
			/requires 'Signature' parameter/,
		],
		[
			"a short scope",
			"AWS4-HMAC-SHA256 Credential=a/sts, SignedHeaders=host, Signature=00",
			403,
			/must have at least 5 slash-delimited elements/,
		],
	];
	for (const [what, Authorization, status, message] of broken) {
		test(`an Authorization header with ${what} is incomplete`, async (t) => {
			const { endpoint } = await serve(t, [sts().service], findKey);
			const headers = {
				Authorization,
				"X-Amz-Date": "20261122T000000Z",
				"Content-Type": "application/x-www-form-urlencoded",
			};
			const response = await fetch(endpoint, {
				method: "POST",
				headers,
				body: "Action=GetCallerIdentity&Version=2011-06-15",
			});
			assert.equal(response.status, status);
			const text = await response.text();
			assert.match(text, /<Code>IncompleteSignatureException<\/Code>/);
			assert.match(text.replaceAll("&quot;", '"'), message);
		});
	}
});
