import { illegalArgument, JavaException } from "../values/javaException.ts";
import { type JavaList, list } from "../values/values.ts";

/** List.subList, but as a copy: the reference's writes through to the list. */
export function subList(self: JavaList, from: number, to: number): JavaList {
	const outside = (message: string) => new JavaException("java.lang.IndexOutOfBoundsException", message);
	if (from < 0) throw outside(`fromIndex = ${from}`);
	if (to > self.items.length) throw outside(`toIndex = ${to}`);
	if (from > to) throw illegalArgument(`fromIndex(${from}) > toIndex(${to})`);
	return list(self.items.slice(from, to), self.kind === "unmodifiable" ? "unmodifiable" : "SubList");
}
