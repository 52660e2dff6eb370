/** Where a text is not JSON, and what is wrong there; undefined when it is. By the letter of RFC 8259, unlike what API Gateway reads. */
export function jsonFault(text: string): JsonFault | undefined {
	let at = 0;
	let depth = 0;
	try {
		blanks();
		value();
		blanks();
		if (at < text.length) fail(`${shown()} stands behind the end of the JSON`);
		return undefined;
	} catch (error) {
		if (error instanceof NotJson) return { offset: Math.min(at, text.length), message: error.message };
		throw error;
	}

	function fail(message: string): never {
		throw new NotJson(message);
	}

	function shown(): string {
		return at < text.length ? `'${String.fromCodePoint(text.codePointAt(at) ?? 0)}'` : "the end";
	}

	function blanks(): void {
		while (/[ \t\r\n]/.test(text.charAt(at))) at++;
	}

	function value(): void {
		const c = text.charAt(at);
		if (c === "{") members("}", member);
		else if (c === "[") members("]", value);
		else if (c === '"') string();
		else word();
	}

	function members(close: "}" | "]", one: () => void): void {
		if (++depth > depthMax) fail("the JSON is nested too deeply");
		at++;
		blanks();
		if (text.charAt(at) !== close) {
			for (;;) {
				one();
				blanks();
				if (text.charAt(at) !== ",") break;
				at++;
				blanks();
				if (text.charAt(at) === close) fail(`a comma stands before '${close}'`);
			}
			if (text.charAt(at) !== close) fail(`a comma or '${close}' is missing before ${shown()}`);
		}
		at++;
		depth--;
	}

	function member(): void {
		if (text.charAt(at) !== '"') fail(`a name in double quotes is missing before ${shown()}`);
		string();
		blanks();
		if (text.charAt(at) !== ":") fail(`a ':' is missing before ${shown()}`);
		at++;
		blanks();
		value();
	}

	function string(): void {
		at++;
		for (;;) {
			const c = text.charAt(at);
			if (c === "") fail("a string does not end");
			if (c === '"') break;
			if (c < " ") fail("a line break or control character stands in a string");
			if (c === "\\" && !/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at, at + 6))) {
				fail(`\\${text.charAt(at + 1)} is no escape of JSON`);
			}
			at += c === "\\" ? 2 : 1;
		}
		at++;
	}

	function word(): void {
		const found = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/.exec(
			text.slice(at, at + wordMax),
		);
		if (found !== null) {
			at += found[0].length;
			return;
		}
		const bare = /^[^\s,:[\]{}"]+/.exec(text.slice(at, at + 40))?.[0];
		fail(
			bare === undefined
				? `a value is missing before ${shown()}`
				: `${bare} is no JSON value; a text stands in double quotes`,
		);
	}
}

export type JsonFault = { readonly offset: number; readonly message: string };

class NotJson extends Error {}

const depthMax = 1000;
/** Longer numbers than this are cut short of their end, and refused. */
const wordMax = 400;
