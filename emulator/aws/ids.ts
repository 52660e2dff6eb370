/** Every identifier and every random choice of the emulator, from one seed, so that a run can be repeated. */
export type Ids = {
	/** A version 4 UUID, as in request ids. */
	uuid(): string;
	/** `length` characters of `alphabet`; API Gateway's ids are 10 of a-z0-9. */
	text(length: number, alphabet?: string): string;
	/** A number in [0, 1), for canaries, weights and jitter. */
	fraction(): number;
};

const lowerAlphanumeric = "abcdefghijklmnopqrstuvwxyz0123456789";
export const hexDigits = "0123456789abcdef";

export function seededIds(seed: number): Ids {
	const next = sfc32(seed);
	const text = (length: number, alphabet = lowerAlphanumeric) => {
		let result = "";
		for (let i = 0; i < length; i++) result += alphabet[Math.floor(next() * alphabet.length)];
		return result;
	};
	return {
		uuid() {
			const hex = text(30, hexDigits);
			const variant = "89ab"[Math.floor(next() * 4)];
			return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
		},
		text,
		fraction: next,
	};
}

/** Chris Doty-Humphrey's small fast counting generator: 128 bits of state, passes PractRand. */
function sfc32(seed: number): () => number {
	let a = seed >>> 0;
	let b = Math.floor(seed / 2 ** 32) >>> 0;
	let c = 0x9e3779b9;
	let counter = 1;
	const next = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + sum) | 0;
		return (sum >>> 0) / 2 ** 32;
	};
	for (let i = 0; i < 15; i++) next();
	return next;
}
