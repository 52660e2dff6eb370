/** A text in one of JSON Schema's formats; undefined for a format that is not known. */
export function formatText(format: string, draw: () => number): string | undefined {
	const digits = (count: number) => Array.from({ length: count }, () => Math.floor(draw() * 10)).join("");
	const hex = (count: number) => Array.from({ length: count }, () => Math.floor(draw() * 16).toString(16)).join("");
	const two = (from: number, to: number) => String(from + Math.floor(draw() * (to - from + 1))).padStart(2, "0");
	switch (format) {
		case "date-time":
			return `2026-${two(1, 12)}-${two(1, 28)}T${two(0, 23)}:${two(0, 59)}:${two(0, 59)}Z`;
		case "date":
			return `2026-${two(1, 12)}-${two(1, 28)}`;
		case "time":
			return `${two(0, 23)}:${two(0, 59)}:${two(0, 59)}Z`;
		case "email":
			return `user${digits(3)}@example.com`;
		case "hostname":
			return `host${digits(3)}.example.com`;
		case "ipv4":
			return `192.0.2.${1 + Math.floor(draw() * 254)}`;
		case "ipv6":
			return `2001:db8::${hex(4)}`;
		case "uri":
			return `https://example.com/${digits(4)}`;
		case "uuid":
			return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
		default:
			return undefined;
	}
}
