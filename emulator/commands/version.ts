import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Gatewright's version and that of the Node.js that runs it, on standard output. */
export async function version(): Promise<number> {
	// One folder up from the sources and from the bundle alike.
	const file = [join(import.meta.dirname, "../../package.json"), join(import.meta.dirname, "../package.json")];
	const text = file.map(readIfGatewright).find((it) => it !== undefined) ?? "unknown";
	console.log(`gatewright ${text} (Node.js ${process.versions.node})`);
	return 0;
}

function readIfGatewright(file: string): string | undefined {
	try {
		const { name, version: found } = JSON.parse(readFileSync(file, "utf8")) as { name?: string; version?: string }; // npm's form
		return name === "gatewright" ? found : undefined;
	} catch {
		return undefined;
	}
}
