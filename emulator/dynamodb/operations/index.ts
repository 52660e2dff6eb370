import { createTable } from "./createTable.ts";
import { deleteItem } from "./deleteItem.ts";
import { deleteTable } from "./deleteTable.ts";
import { describeTable } from "./describeTable.ts";
import { getItem } from "./getItem.ts";
import { listTables } from "./listTables.ts";
import { putItem } from "./putItem.ts";
import { query } from "./query.ts";
import { scan } from "./scan.ts";
import { updateItem } from "./updateItem.ts";

/** What of DynamoDB exists here, by AWS's names; the rest answers 501. */
export const operations = {
	CreateTable: createTable,
	DeleteItem: deleteItem,
	DeleteTable: deleteTable,
	DescribeTable: describeTable,
	GetItem: getItem,
	ListTables: listTables,
	PutItem: putItem,
	Query: query,
	Scan: scan,
	UpdateItem: updateItem,
};
