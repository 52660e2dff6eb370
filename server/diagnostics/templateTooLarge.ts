import type { Rule } from "./rule.ts";

const bytesMax = 300 * 1024;

/** API Gateway takes no template of more than 300 KB. */
export const templateTooLarge: Rule = {
	code: "template-too-large",
	severity: "error",
	gatewayResponses: true,
	check: ({ text }) => {
		// A UTF-16 unit is at most three bytes of UTF-8.
		const bytes = text.length * 3 <= bytesMax ? 0 : Buffer.byteLength(text);
		if (bytes <= bytesMax) return [];
		const size = Math.ceil(bytes / 1024);
		return [
			{ start: 0, end: text.search(/\n|$/), message: `The template has ${size} KB: API Gateway takes at most 300.` },
		];
	},
};
