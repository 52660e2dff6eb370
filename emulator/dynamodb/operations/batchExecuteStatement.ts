import { AwsError } from "../../aws/awsError.ts";
import { readCharge } from "../capacity/charge.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import { consumedByTable, gatherUnits, noUnits, readUnits, type Units } from "../items/capacity.ts";
import { readItemAt, type WriteNeeds } from "../items/writeItems.ts";
import type {
	BatchExecuteStatementInput,
	BatchExecuteStatementOutput,
	BatchStatementError,
	BatchStatementRequest,
	BatchStatementResponse,
} from "../model.generated.ts";
import { selectColumns } from "../partiql/columns.ts";
import { type ParsedStatement, parseStatement } from "../partiql/parseStatement.ts";
import { runWrite } from "../partiql/runWrite.ts";
import { prepareSelectOne, type SelectOne } from "../partiql/selectOne.ts";
import { prepareWrite, type StatementWrite } from "../partiql/statementWrite.ts";
import { itemSize } from "../values/valueSize.ts";

/** Up to 25 statements, each for itself: one that is refused has its error in its place, and the others are carried out. */
export async function batchExecuteStatement(
	dynamodb: Pick<Dynamodb, WriteNeeds | "locks">,
	{ Statements, ReturnConsumedCapacity: mode }: BatchExecuteStatementInput,
): Promise<BatchExecuteStatementOutput> {
	const parsed = Statements.map((request) => attempt(() => readStatement(request)));
	checkOneKind(parsed);
	const members = parsed.map((one, index) =>
		one instanceof AwsError ? one : attempt(() => prepare(dynamodb, one, Statements[index])),
	);
	checkDistinct(members);
	const units = new Map<string, Units>();
	const Responses: BatchStatementResponse[] = [];
	for (const member of members) {
		if (member instanceof AwsError) Responses.push({ Error: errorOf(member) });
		else Responses.push(await run(dynamodb, member, units));
	}
	return { Responses, ...consumedByTable(mode, units) };
}

type Member =
	| { readonly kind: "read"; readonly select: SelectOne; readonly consistent: boolean }
	| { readonly kind: "write"; readonly write: StatementWrite };

function attempt<T>(work: () => T): T | AwsError {
	try {
		return work();
	} catch (error) {
		if (error instanceof AwsError) return error;
		throw error;
	}
}

function readStatement({ Statement, Parameters }: BatchStatementRequest): ParsedStatement {
	const parsed = parseStatement(Statement, Parameters);
	if (parsed.statement.kind !== "exists") return parsed;
	throw validationError("EXISTS can only be used in ExecuteTransaction write requests.");
}

function checkOneKind(parsed: readonly (ParsedStatement | AwsError)[]): void {
	const reads = new Set(parsed.flatMap((one) => (one instanceof AwsError ? [] : [one.statement.kind === "select"])));
	if (reads.size > 1) {
		throw validationError("Read and write requests together in the same batch is not supported.");
	}
}

function prepare(
	{ tables }: Pick<Dynamodb, "tables">,
	{ statement, placeholders }: ParsedStatement,
	request: BatchStatementRequest | undefined,
): Member {
	if (statement.kind === "select") {
		const select = prepareSelectOne(tables, { statement, placeholders }, "BatchExecuteStatement");
		return { kind: "read", select, consistent: request?.ConsistentRead ?? false };
	}
	const showItem = request?.ReturnValuesOnConditionCheckFailure;
	return { kind: "write", write: prepareWrite(tables, { statement, placeholders }, showItem) };
}

function checkDistinct(members: readonly (Member | AwsError)[]): void {
	const keys = members.flatMap((member) => {
		if (member instanceof AwsError) return [];
		const { key } = member.kind === "read" ? member.select : member.write;
		return [key.toString("latin1")];
	});
	if (new Set(keys).size < keys.length) throw validationError("Provided list of item keys contains duplicates");
}

async function run(
	dynamodb: Pick<Dynamodb, WriteNeeds | "locks">,
	member: Member,
	units: Map<string, Units>,
): Promise<BatchStatementResponse> {
	const TableName = member.kind === "read" ? member.select.table.name : member.write.tableName;
	try {
		const { item, used } = await carryOut(dynamodb, member);
		const total = units.get(TableName) ?? noUnits();
		gatherUnits(total, used);
		units.set(TableName, total);
		return { TableName, ...(item && { Item: item }) };
	} catch (error) {
		if (error instanceof AwsError) return { Error: errorOf(error), TableName };
		throw error;
	}
}

async function carryOut(dynamodb: Pick<Dynamodb, WriteNeeds | "locks">, member: Member) {
	if (member.kind === "write") {
		const { returned, units } = await runWrite(dynamodb, member.write);
		return { item: returned, used: units };
	}
	const { key, columns } = member.select;
	const item = readItemAt(dynamodb.records, key);
	const units = readUnits(item === undefined ? 0 : itemSize(item), member.consistent);
	const refused = dynamodb.capacity.charge([readCharge(member.select.table, key, units)]);
	if (refused !== undefined) throw refused;
	return { item: item && selectColumns(item, columns), used: { ...noUnits(), table: units } };
}

const codes: Readonly<Record<string, NonNullable<BatchStatementError["Code"]>>> = {
	ConditionalCheckFailedException: "ConditionalCheckFailed",
	DuplicateItemException: "DuplicateItem",
	ProvisionedThroughputExceededException: "ProvisionedThroughputExceeded",
	RequestLimitExceeded: "RequestLimitExceeded",
	ResourceNotFoundException: "ResourceNotFound",
	ThrottlingException: "ThrottlingError",
	TransactionConflictException: "TransactionConflict",
	ValidationException: "ValidationError",
};

function errorOf(error: AwsError): BatchStatementError {
	const Code = codes[error.code];
	if (Code === undefined) throw error;
	return { Code, Message: error.message, ...error.members };
}
