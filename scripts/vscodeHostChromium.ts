import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installPackage } from "./vscodeHostNpm.ts";

/** A Chromium that starts here, with what its environment needs beside ours. */
export type Chromium = { readonly path: string; readonly env: Readonly<Record<string, string>> };

/** The machine's own Chromium; only where it has none that starts, the one that an npm package carries. */
export async function findChromium(dir: string, wanted: string): Promise<Chromium> {
	const own = ownChromium();
	if (own !== undefined) return own;
	await installPackage("Chromium", dir, wanted, async () => unpack(dir, "await chromium.executablePath();"));
	// It brings fonts for a machine that has none at all, and libraries for one that has no desktop's.
	const env = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(dir, "fonts") };
	const plain = { path: join(dir, "chromium"), env };
	if (starts(plain)) return plain;
	unpack(
		dir,
		`await inflate(join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "../bin/al2023.tar.br"))`,
	);
	const withLibraries = { ...plain, env: { ...env, LD_LIBRARY_PATH: join(dir, "al2023/lib") } };
	if (starts(withLibraries)) return withLibraries;
	throw new Error("No Chromium starts on this machine. Install one, or name one in the environment variable CHROMIUM.");
}

function ownChromium(): Chromium | undefined {
	const named = process.env["CHROMIUM"];
	if (named !== undefined) {
		if (starts({ path: named, env: {} })) return { path: named, env: {} };
		throw new Error(`${named}, which the environment variable CHROMIUM names, is no Chromium that starts.`);
	}
	const folders = (process.env["PATH"] ?? "").split(delimiter);
	return names
		.flatMap((name) => folders.map((it) => ({ path: join(it, name), env: {} })))
		.find((it) => existsSync(it.path) && starts(it));
}

/** A distribution may have a script of that name that only says what to install. */
function starts({ path, env }: Chromium): boolean {
	try {
		execFileSync(path, ["--version"], { stdio: "ignore", timeout: 20_000, env: { ...process.env, ...env } });
		return true;
	} catch {
		return false;
	}
}

/** The package unpacks itself into the temporary folder, which is ours for that moment. */
function unpack(dir: string, statement: string): void {
	const program = `import chromium, { inflate } from "@sparticuz/chromium";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
${statement}`;
	execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
		cwd: dir,
		env: { ...process.env, TMPDIR: dir },
		stdio: "inherit",
	});
}

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
