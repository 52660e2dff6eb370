import { type Node, scalar } from "../node.ts";
import { type Intrinsic, listArgument, refuse, texts } from "../scope.ts";

const usage = "Fn::Cidr needs an IPv4 block, how many blocks to make of it (1 to 256) and how many bits each has.";

/** `Fn::Cidr` for IPv4: networks are not emulated, but their blocks may be printed in outputs and variables. */
export const cidr: Intrinsic = (argument, at, scope) => {
	const items = listArgument(argument, at, scope, usage);
	if (items === undefined) return undefined;
	const parts = texts(items, at, scope, usage);
	if (parts === undefined) return undefined;
	const block = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(parts[0] ?? "");
	const count = Number(parts[1]);
	const hostBits = Number(parts[2] ?? 8);
	const isUsable =
		block !== null && Number.isInteger(count) && count >= 1 && count <= 256 && hostBits >= 0 && hostBits < 32;
	if (!isUsable) return refuse(scope, at, usage);

	const address = block.slice(1, 5).reduce((sum, octet) => sum * 256 + Number(octet), 0);
	const size = 2 ** hostBits;
	if (count * size > 2 ** (32 - Number(block[5])))
		return refuse(scope, at, `Fn::Cidr cannot make ${count} blocks out of ${parts[0]}.`);
	const blocks: Node[] = [];
	for (let i = 0; i < count; i++) blocks.push(scalar(`${dotted(address + i * size)}/${32 - hostBits}`, at));
	return { kind: "list", items: blocks, at };
};

function dotted(address: number): string {
	return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}
