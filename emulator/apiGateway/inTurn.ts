import { type BoundOperation, bind, type Operation } from "../aws/service.ts";

/**
 * Binds operations so that those that change something run one after the other: each reads a definition and puts a new one,
 * and two at once on one resource would lose one's change. Reading ones (`Get…`) do not wait, nor
 * do those that call what was built (`TestInvoke…`): what they call may well change an API.
 */
export function inTurn<Needs>(
	needs: Needs,
	operations: Readonly<Record<string, Operation<Needs, never, unknown>>>,
): Record<string, BoundOperation> {
	let last: Promise<unknown> = Promise.resolve();
	const bound = bind(needs, operations);
	return Object.fromEntries(
		Object.entries(bound).map(([name, operation]): [string, BoundOperation] => {
			if (/^(?:Get|TestInvoke)/.test(name)) return [name, operation];
			return [
				name,
				(request, call) => {
					const turn = last.then(() => operation(request, call));
					last = turn.catch(() => {}); // its caller gets the failure; the next in turn has no part in it
					return turn;
				},
			];
		}),
	);
}
