import { getCallerIdentity } from "./getCallerIdentity.ts";

export const operations = {
	GetCallerIdentity: getCallerIdentity,
};
