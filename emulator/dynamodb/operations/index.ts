import { batchExecuteStatement } from "./batchExecuteStatement.ts";
import { batchGetItem } from "./batchGetItem.ts";
import { batchWriteItem } from "./batchWriteItem.ts";
import { createTable } from "./createTable.ts";
import { deleteItem } from "./deleteItem.ts";
import { deleteTable } from "./deleteTable.ts";
import { describeEndpoints } from "./describeEndpoints.ts";
import { describeLimits } from "./describeLimits.ts";
import { describeTable } from "./describeTable.ts";
import { describeTimeToLive } from "./describeTimeToLive.ts";
import { executeStatement } from "./executeStatement.ts";
import { executeTransaction } from "./executeTransaction.ts";
import { getItem } from "./getItem.ts";
import { listTables } from "./listTables.ts";
import { listTagsOfResource } from "./listTagsOfResource.ts";
import { putItem } from "./putItem.ts";
import { query } from "./query.ts";
import { scan } from "./scan.ts";
import { tagResource } from "./tagResource.ts";
import { transactGetItems } from "./transactGetItems.ts";
import { transactWriteItems } from "./transactWriteItems.ts";
import { untagResource } from "./untagResource.ts";
import { updateItem } from "./updateItem.ts";
import { updateTable } from "./updateTable.ts";
import { updateTimeToLive } from "./updateTimeToLive.ts";

/** What of DynamoDB exists here, by AWS's names; the rest answers 501. */
export const operations = {
	BatchExecuteStatement: batchExecuteStatement,
	BatchGetItem: batchGetItem,
	BatchWriteItem: batchWriteItem,
	CreateTable: createTable,
	DeleteItem: deleteItem,
	DeleteTable: deleteTable,
	DescribeEndpoints: describeEndpoints,
	DescribeLimits: describeLimits,
	DescribeTable: describeTable,
	DescribeTimeToLive: describeTimeToLive,
	ExecuteStatement: executeStatement,
	ExecuteTransaction: executeTransaction,
	GetItem: getItem,
	ListTables: listTables,
	ListTagsOfResource: listTagsOfResource,
	PutItem: putItem,
	Query: query,
	Scan: scan,
	TagResource: tagResource,
	TransactGetItems: transactGetItems,
	TransactWriteItems: transactWriteItems,
	UntagResource: untagResource,
	UpdateItem: updateItem,
	UpdateTable: updateTable,
	UpdateTimeToLive: updateTimeToLive,
};
