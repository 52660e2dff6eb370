/** Every identifier and every random choice of the emulator, from one seed, so that a run can be repeated. */
export type Ids = {
	/** A version 4 UUID, as in request ids. */
	uuid(): string;
	/** `length` characters of `alphabet` (ASCII); API Gateway's ids are 10 of a-z0-9. */
	text(length: number, alphabet?: string): string;
	/** A number in [0, 1), for canaries, weights and jitter. */
	fraction(): number;
};

const lowerAlphanumeric = "abcdefghijklmnopqrstuvwxyz0123456789";
export const hexDigits = "0123456789abcdef";

export function seededIds(seed: number): Ids {
	const next = sfc32(seed);
	const character = (alphabet: string) => alphabet.charCodeAt(Math.floor(next() * alphabet.length));
	// Several ids are made for each request: written as bytes, a text is made once and not by parts.
	const uuid = Buffer.from("xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx");
	const digits = Array.from(uuid.keys()).filter((it) => uuid[it] === "x".charCodeAt(0));
	const variant = uuid.indexOf("y");
	return {
		uuid() {
			for (const digit of digits) uuid[digit] = character(hexDigits);
			uuid[variant] = character("89ab");
			return uuid.toString("latin1");
		},
		text(length, alphabet = lowerAlphanumeric) {
			const bytes = Buffer.allocUnsafe(length);
			for (let i = 0; i < length; i++) bytes[i] = character(alphabet);
			return bytes.toString("latin1");
		},
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
