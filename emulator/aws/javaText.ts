/** A value as Java's toString prints it, which is what AWS's messages show. */
export function javaText(value: unknown): string {
	if (value === null || value === undefined) return "null";
	if (typeof value === "string") return value;
	if (value instanceof Date) return value.toISOString();
	if (value instanceof Uint8Array) {
		return `java.nio.HeapByteBuffer[pos=0 lim=${value.length} cap=${value.length}]`;
	}
	if (Array.isArray(value)) return `[${value.map(javaText).join(", ")}]`;
	if (typeof value !== "object") return JSON.stringify(value);
	const entries = Object.entries(value).map(([name, it]) => `${name}=${javaText(it)}`);
	return `{${entries.join(", ")}}`;
}
