import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs the package that stands in `wanted`, with its lock file, into `dir`, and then does what `after` does; when that
 * has been done before it takes no time. The stamp is written last, so what was broken off half-way is done again.
 */
export async function installPackage(
	what: string,
	dir: string,
	wanted: string,
	after: () => Promise<void>,
): Promise<void> {
	const files = ["package.json", "package-lock.json"];
	const hash = createHash("sha256");
	for (const file of files) hash.update(readFileSync(join(wanted, file)));
	const digest = hash.digest("hex");
	const stamp = join(dir, "installed");
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;

	mkdirSync(dir, { recursive: true });
	for (const file of files) copyFileSync(join(wanted, file), join(dir, file));
	await npm(what, dir, "ci");
	await after();
	writeFileSync(stamp, digest);
}

/** Runs npm in a folder without install scripts, and says what it is about and how long it took. */
export async function npm(what: string, cwd: string, ...args: readonly string[]): Promise<void> {
	process.stdout.write(`Installing ${what} for the VS Code tests … `);
	const started = performance.now();
	const { code, output } = await run([...args, "--ignore-scripts", "--no-audit", "--no-fund"], cwd);
	if (code !== 0) throw new Error(`npm ${args.join(" ")} failed in ${cwd}:\n${output}`);
	console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function run(args: readonly string[], cwd: string): Promise<{ code: number | null; output: string }> {
	// The npm that runs us, with the Node that runs us: another may be too old for what is installed.
	const cli = process.env["npm_execpath"];
	const [program, first] = cli === undefined ? ["npm", []] : [process.execPath, [cli]];
	return new Promise((resolve, reject) => {
		const child = spawn(program, [...first, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
		let output = "";
		const take = (piece: Buffer) => {
			output = (output + piece.toString()).slice(-outputMax);
		};
		child.stdout.on("data", take);
		child.stderr.on("data", take);
		child.once("error", reject);
		child.once("close", (code) => resolve({ code, output }));
	});
}

const outputMax = 10_000;
