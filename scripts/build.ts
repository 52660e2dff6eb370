/**
 * Bundles the programs into `dist/`: `npm run build`, with `-- --watch` to go on, `-- --production` for the package.
 * What is not code goes beside the bundles, where `import.meta.dirname` (defined here as __dirname) finds it: AWS's
 * tables, the Lambda runtimes, LevelDB's binaries for each platform, and the esbuild that needs no binary.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, context, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const production = process.argv.includes("--production");

const common: BuildOptions = {
	absWorkingDir: root,
	bundle: true,
	sourcemap: production ? false : "linked",
	minify: production,
	legalComments: "none",
	logLevel: "warning",
};
/** The emulator runs on the user's Node from 20 on, and in the editor's. */
const node: BuildOptions = {
	...common,
	platform: "node",
	format: "cjs",
	target: "node20",
	define: { "import.meta.dirname": "__dirname" },
};

const panels = readdirSync(join(root, "webviews"), { withFileTypes: true })
	.filter((it) => it.isDirectory() && existsSync(join(root, "webviews", it.name, "main.ts")))
	.map((it) => it.name);

/** The language server's client is loaded only when it is needed, so it stays out of the bundle that VS Code waits for. */
const besideTheExtension: Plugin = {
	name: "beside the extension",
	setup: ({ onResolve }) => {
		onResolve({ filter: /\/languageClient\.ts$/ }, () => ({ path: "./languageClient.cjs", external: true }));
	},
};

const bundles: readonly BuildOptions[] = [
	// esbuild is looked for at run time: the app's own, else the one beside this bundle.
	{
		...node,
		entryPoints: { gatewright: "emulator/gatewright.ts" },
		outdir: "dist",
		outExtension: { ".js": ".cjs" },
		external: ["esbuild", "esbuild-wasm"],
	},
	{
		...node,
		entryPoints: { extension: "client/extension.ts" },
		outdir: "dist",
		outExtension: { ".js": ".cjs" },
		external: ["vscode"],
		plugins: [besideTheExtension],
		target: "node22",
	},
	{
		...node,
		entryPoints: { languageClient: "client/language/languageClient.ts" },
		outdir: "dist",
		outExtension: { ".js": ".cjs" },
		external: ["vscode"],
		target: "node22",
	},
	// The language server runs in the editor's Node, or in whichever another editor has.
	{
		...node,
		entryPoints: { server: "server/main.ts" },
		// JSON's language service is built as UMD first, which no bundler can follow.
		mainFields: ["module", "main"],
		outdir: "dist",
		outExtension: { ".js": ".cjs" },
	},
	{
		...common,
		platform: "browser",
		format: "esm",
		target: "es2023",
		entryPoints: Object.fromEntries(panels.map((it) => [`${it}/main`, `webviews/${it}/main.ts`])),
		outdir: "dist/webviews",
	},
];

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
copyAssets();
if (process.argv.includes("--watch")) {
	await Promise.all(bundles.map(async (it) => (await context(it)).watch()));
	console.log("Watching; Ctrl-C ends.");
} else {
	await Promise.all(bundles.map((it) => build(it)));
}

function copyAssets(): void {
	const copy = (from: string, to: string, filter?: (path: string) => boolean) =>
		cpSync(join(root, from), join(dist, to), { recursive: true, ...(filter === undefined ? {} : { filter }) });
	copy("emulator/aws/models", "models");
	copy("emulator/lambda/runtimes", "runtimes");
	// VS Code does not run on Android or 32-bit Windows.
	copy("node_modules/classic-level/prebuilds", "prebuilds", (path) => !/android|win32-ia32/.test(path));
	for (const file of [
		"package.json",
		"lib/main.js",
		"esbuild.wasm",
		"wasm_exec.js",
		"wasm_exec_node.js",
		"bin/esbuild",
		"LICENSE.md",
	]) {
		copy(`node_modules/esbuild-wasm/${file}`, `esbuild-wasm/${file}`);
	}
	for (const panel of panels) {
		if (existsSync(join(root, "webviews", panel, "main.css")))
			copy(`webviews/${panel}/main.css`, `webviews/${panel}/main.css`);
	}
}
