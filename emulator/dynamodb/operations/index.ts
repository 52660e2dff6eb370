import { batchExecuteStatement } from "./batchExecuteStatement.ts";
import { batchGetItem } from "./batchGetItem.ts";
import { batchWriteItem } from "./batchWriteItem.ts";
import { createBackup } from "./createBackup.ts";
import { createTable } from "./createTable.ts";
import { deleteBackup } from "./deleteBackup.ts";
import { deleteItem } from "./deleteItem.ts";
import { deleteResourcePolicy } from "./deleteResourcePolicy.ts";
import { deleteTable } from "./deleteTable.ts";
import { describeBackup } from "./describeBackup.ts";
import { describeContinuousBackups } from "./describeContinuousBackups.ts";
import { describeContributorInsights } from "./describeContributorInsights.ts";
import { describeEndpoints } from "./describeEndpoints.ts";
import { describeKinesisStreamingDestination } from "./describeKinesisStreamingDestination.ts";
import { describeLimits } from "./describeLimits.ts";
import { describeTable } from "./describeTable.ts";
import { describeTimeToLive } from "./describeTimeToLive.ts";
import { disableKinesisStreamingDestination } from "./disableKinesisStreamingDestination.ts";
import { enableKinesisStreamingDestination } from "./enableKinesisStreamingDestination.ts";
import { executeStatement } from "./executeStatement.ts";
import { executeTransaction } from "./executeTransaction.ts";
import { getItem } from "./getItem.ts";
import { getResourcePolicy } from "./getResourcePolicy.ts";
import { listBackups } from "./listBackups.ts";
import { listContributorInsights } from "./listContributorInsights.ts";
import { listTables } from "./listTables.ts";
import { listTagsOfResource } from "./listTagsOfResource.ts";
import { putItem } from "./putItem.ts";
import { putResourcePolicy } from "./putResourcePolicy.ts";
import { query } from "./query.ts";
import { restoreTableFromBackup } from "./restoreTableFromBackup.ts";
import { restoreTableToPointInTime } from "./restoreTableToPointInTime.ts";
import { scan } from "./scan.ts";
import { tagResource } from "./tagResource.ts";
import { transactGetItems } from "./transactGetItems.ts";
import { transactWriteItems } from "./transactWriteItems.ts";
import { untagResource } from "./untagResource.ts";
import { updateContinuousBackups } from "./updateContinuousBackups.ts";
import { updateContributorInsights } from "./updateContributorInsights.ts";
import { updateItem } from "./updateItem.ts";
import { updateKinesisStreamingDestination } from "./updateKinesisStreamingDestination.ts";
import { updateTable } from "./updateTable.ts";
import { updateTimeToLive } from "./updateTimeToLive.ts";

/** What of DynamoDB exists here, by AWS's names; the rest answers 501. */
export const operations = {
	BatchExecuteStatement: batchExecuteStatement,
	BatchGetItem: batchGetItem,
	BatchWriteItem: batchWriteItem,
	CreateBackup: createBackup,
	CreateTable: createTable,
	DeleteBackup: deleteBackup,
	DeleteItem: deleteItem,
	DeleteResourcePolicy: deleteResourcePolicy,
	DeleteTable: deleteTable,
	DescribeBackup: describeBackup,
	DescribeContinuousBackups: describeContinuousBackups,
	DescribeContributorInsights: describeContributorInsights,
	DescribeEndpoints: describeEndpoints,
	DescribeKinesisStreamingDestination: describeKinesisStreamingDestination,
	DescribeLimits: describeLimits,
	DescribeTable: describeTable,
	DescribeTimeToLive: describeTimeToLive,
	DisableKinesisStreamingDestination: disableKinesisStreamingDestination,
	EnableKinesisStreamingDestination: enableKinesisStreamingDestination,
	ExecuteStatement: executeStatement,
	ExecuteTransaction: executeTransaction,
	GetItem: getItem,
	GetResourcePolicy: getResourcePolicy,
	ListBackups: listBackups,
	ListContributorInsights: listContributorInsights,
	ListTables: listTables,
	ListTagsOfResource: listTagsOfResource,
	PutItem: putItem,
	PutResourcePolicy: putResourcePolicy,
	Query: query,
	RestoreTableFromBackup: restoreTableFromBackup,
	RestoreTableToPointInTime: restoreTableToPointInTime,
	Scan: scan,
	TagResource: tagResource,
	TransactGetItems: transactGetItems,
	TransactWriteItems: transactWriteItems,
	UntagResource: untagResource,
	UpdateContinuousBackups: updateContinuousBackups,
	UpdateContributorInsights: updateContributorInsights,
	UpdateItem: updateItem,
	UpdateKinesisStreamingDestination: updateKinesisStreamingDestination,
	UpdateTable: updateTable,
	UpdateTimeToLive: updateTimeToLive,
};
