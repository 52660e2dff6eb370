import type { Budget } from "../evaluate/budget.ts";
import { stackOverflow } from "../values/javaException.ts";
import type { Value } from "../values/values.ts";

const depthMax = 200;
/** Java has an address here. */
const identityHash = 0x1b28cdfa;

/** Java's hashCode, for what has one of its own. */
export function hashCode(value: Value, budget: Budget, depth = 0): number {
	if (depth > depthMax) throw stackOverflow();
	budget.spend(1);
	if (value === null) return 0;
	switch (typeof value) {
		case "number":
			return value;
		case "string": {
			budget.spend(value.length >> 4);
			let hash = 0;
			for (let i = 0; i < value.length; i++) hash = (Math.imul(hash, 31) + value.charCodeAt(i)) | 0;
			return hash;
		}
		case "boolean":
			return value ? 1231 : 1237;
		case "bigint":
			return bigHash(value);
		default:
	}
	switch (value.type) {
		case "Long":
			return foldLong(value.value);
		case "Short":
		case "Byte":
			return value.value;
		case "Character":
			return value.value.charCodeAt(0);
		case "Double": {
			const view = new DataView(new ArrayBuffer(8));
			view.setFloat64(0, value.value);
			return view.getInt32(0) ^ view.getInt32(4);
		}
		case "Float": {
			const view = new DataView(new ArrayBuffer(4));
			view.setFloat32(0, value.value);
			return view.getInt32(0);
		}
		case "BigDecimal":
			return (Math.imul(31, bigHash(value.unscaled)) + value.scale) | 0;
		case "View": {
			if (value.of === "values") return identityHash;
			let hash = 0;
			for (const { key, value: item } of value.map.cells.values()) {
				const own = hashCode(key, budget, depth + 1);
				hash = (hash + (value.of === "keys" ? own : own ^ hashCode(item, budget, depth + 1))) | 0;
			}
			return hash;
		}
		case "List":
			return value.items.reduce<number>(
				(hash, item) => (Math.imul(31, hash) + hashCode(item, budget, depth + 1)) | 0,
				1,
			);
		case "Map":
			return [...value.cells.values()].reduce(
				(sum, cell) => (sum + (hashCode(cell.key, budget, depth + 1) ^ hashCode(cell.value, budget, depth + 1))) | 0,
				0,
			);
		case "Entry":
			return hashCode(value.cell.key, budget, depth + 1) ^ hashCode(value.cell.value, budget, depth + 1);
		default:
			return identityHash;
	}
}

function foldLong(value: bigint): number {
	return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
}

function bigHash(value: bigint): number {
	let hash = 0;
	let rest = value < 0n ? -value : value;
	const words: number[] = [];
	while (rest > 0n) {
		words.push(Number(rest & 0xffffffffn));
		rest >>= 32n;
	}
	for (const word of words.toReversed()) hash = (Math.imul(31, hash) + word) | 0;
	return value < 0n ? -hash | 0 : hash;
}
