import type { MethodTable } from "../methods/methodTable.ts";
import { methodTable } from "../methods/methodTable.ts";
import { objectMethods } from "../methods/objectMethods.ts";
import { contextMembers } from "./contextMembers.ts";
import { inputMembers } from "./inputMembers.ts";
import type { Member } from "./member.ts";
import { utilMembers } from "./utilMembers.ts";

/** All members of `$input` and `$util`, for evaluation, hover and completion alike. */
const members: readonly Member[] = [...inputMembers, ...utilMembers];

/** Everything that a template finds in its variables before it sets any. */
export const bindings = [...members, ...contextMembers];

const tables: ReadonlyMap<Member["object"], MethodTable> = new Map(
	(["$input", "$util"] as const).map((object) => [object, tableOf(object)]),
);

export function boundMethods(object: Member["object"]): MethodTable {
	return tables.get(object) ?? objectMethods;
}

function tableOf(object: Member["object"]): MethodTable {
	const own = members.filter((member) => member.object === object);
	return methodTable(Object.fromEntries(own.map(({ signature, call }) => [signature, call])), objectMethods);
}
