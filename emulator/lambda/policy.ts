import { invalidPrincipal } from "./errors.ts";
import type { Policy } from "./functions.ts";
import type { AddPermissionRequest } from "./model.generated.ts";

/** A statement of a function's resource policy, with AWS's members in AWS's order. */
export type PolicyStatement = {
	readonly Sid: string;
	readonly Effect: "Allow";
	readonly Principal: "*" | { readonly Service: string } | { readonly AWS: string };
	readonly Action: string;
	readonly Resource: string;
	readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export function policyStatement(request: AddPermissionRequest, resource: string): PolicyStatement {
	const condition = conditionOf(request);
	return {
		Sid: request.StatementId,
		Effect: "Allow",
		Principal: principalOf(request.Principal),
		Action: request.Action,
		Resource: resource,
		...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
	};
}

export function policyDocument(statements: Policy): string {
	return JSON.stringify({ Version: "2012-10-17", Id: "default", Statement: statements });
}

/** Whether a policy lets an AWS service invoke the function on behalf of the resource with this ARN. */
export function policyAllows(policy: Policy | undefined, principal: string, sourceArn: string): boolean {
	return policy?.some((statement) => allows(statement, principal, sourceArn)) ?? false;
}

function allows({ Principal, Action, Condition }: PolicyStatement, principal: string, sourceArn: string): boolean {
	if (!["lambda:InvokeFunction", "lambda:*", "*"].includes(Action)) return false;
	if (Principal !== "*" && !("Service" in Principal && Principal.Service === principal)) return false;
	const pattern = Condition?.["ArnLike"]?.["AWS:SourceArn"];
	const account = Condition?.["StringEquals"]?.["AWS:SourceAccount"];
	if (account !== undefined && sourceArn.split(":")[4] !== account) return false;
	return pattern === undefined || arnLike(pattern, sourceArn);
}

/** `*` stands for any characters, `?` for one; each of the six parts of an ARN is compared by itself. */
function arnLike(pattern: string, arn: string): boolean {
	const given = partsOfArn(arn);
	return partTests(pattern).every((test, i) => test.test(given[i] ?? ""));
}

/** Asked for every request of an API: a pattern is read once. */
function partTests(pattern: string): readonly RegExp[] {
	let tests = readPatterns.get(pattern);
	if (tests === undefined) {
		tests = partsOfArn(pattern).map((part) => {
			const source = part
				.replace(/[.+^${}()|[\]\\]/g, "\\$&")
				.replaceAll("*", ".*")
				.replaceAll("?", ".");
			return new RegExp(`^${source}$`, "s");
		});
		if (readPatterns.size >= mostPatterns) readPatterns.clear();
		readPatterns.set(pattern, tests);
	}
	return tests;
}

const readPatterns = new Map<string, readonly RegExp[]>();
const mostPatterns = 1000;

function partsOfArn(arn: string): string[] {
	const parts = arn.split(":");
	return [...parts.slice(0, 5), parts.slice(5).join(":")];
}

function principalOf(principal: string): PolicyStatement["Principal"] {
	if (principal === "*") return "*";
	if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(principal)) return { Service: principal };
	if (/^\d{12}$/.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
	if (/^arn:aws[a-z-]*:(iam|sts)::\d{12}:.+$/.test(principal)) return { AWS: principal };
	throw invalidPrincipal();
}

function conditionOf(request: AddPermissionRequest): Record<string, Record<string, string>> {
	const equals: Record<string, string> = {};
	if (request.SourceAccount !== undefined) equals["AWS:SourceAccount"] = request.SourceAccount;
	if (request.PrincipalOrgID !== undefined) equals["aws:PrincipalOrgID"] = request.PrincipalOrgID;
	if (request.EventSourceToken !== undefined) equals["lambda:EventSourceToken"] = request.EventSourceToken;
	if (request.FunctionUrlAuthType !== undefined) equals["lambda:FunctionUrlAuthType"] = request.FunctionUrlAuthType;
	const condition: Record<string, Record<string, string>> = {};
	if (Object.keys(equals).length > 0) condition["StringEquals"] = equals;
	if (request.SourceArn !== undefined) condition["ArnLike"] = { "AWS:SourceArn": request.SourceArn };
	return condition;
}
