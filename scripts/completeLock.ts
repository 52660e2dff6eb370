/**
 * `npm run lock`: makes package-lock.json from package.json and completes it. A registry that does not offer the binaries of
 * another platform makes npm leave them out of the lock, and `npm ci` then refuses it everywhere: they are written in by
 * their parents' word (without a checksum, which only the platform that fetches them can know).
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Locked = {
	version?: string;
	dev?: true;
	optional?: true;
	os?: string[];
	cpu?: string[];
	libc?: string[];
	optionalDependencies?: Record<string, string>;
};

const file = join(import.meta.dirname, "../package-lock.json");
execFileSync("npm", ["install", "--package-lock-only", "--ignore-scripts"], {
	stdio: "inherit",
	cwd: join(file, ".."),
});
const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Locked> }; // npm's own form
const { packages } = lock;
for (const [parent, { optionalDependencies = {} }] of Object.entries(packages)) {
	for (const [name, version] of Object.entries(optionalDependencies)) {
		const place = `node_modules/${name}`;
		if (place in packages || `${parent}/${place}` in packages) continue;
		packages[place] = { version, ...platformOf(name), dev: true, optional: true };
		console.log(`completed ${name}@${version}`);
	}
}
lock.packages = Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, undefined, "\t")}\n`);

/** Such packages are named by their platform: `…/binding-linux-arm64-musl`. */
function platformOf(name: string): Pick<Locked, "os" | "cpu" | "libc"> {
	const [, os = "", cpu = "", rest = ""] =
		/(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(.*)$/.exec(name) ?? [];
	if (os === "") throw new Error(`${name} is optional and does not tell its platform: complete the lock by hand.`);
	const libc =
		os !== "linux" ? undefined : rest.includes("musl") ? ["musl"] : rest.includes("gnu") ? ["glibc"] : undefined;
	return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc }) };
}
