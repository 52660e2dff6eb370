/**
 * `npm run package`: one VSIX for Linux, macOS and Windows, of what `npm run build -- --production` made. It refuses to
 * make a package in which a platform's database or a part of the emulator is missing.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";

const root = join(import.meta.dirname, "..");
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
	name: string;
	version: string;
};

const packagePath = join(root, `${name}-${version}.vsix`);

const needed = [
	"dist/extension.cjs",
	"dist/gatewright.cjs",
	"dist/languageClient.cjs",
	"dist/server.cjs",
	"syntaxes/apigw-vtl.tmLanguage.json",
	"dist/webviews/invoke/main.js",
	"dist/webviews/invoke/main.css",
	"dist/models",
	"dist/runtimes",
	"dist/esbuild-wasm/esbuild.wasm",
	...["darwin-x64+arm64", "linux-x64", "linux-arm64", "win32-x64"].map((it) => `dist/prebuilds/${it}`),
];
const missing = needed.filter((it) => !existsSync(join(root, it)));
if (missing.length > 0)
	throw new Error(`Not built: ${missing.join(", ")}. Run \`npm run build -- --production\` first.`);

const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
const stray = files.filter(
	(it) =>
		!/^(dist|docs\/diagnostics|media|syntaxes)\/|^(package(\.nls)?\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(it),
);
if (stray.length > 0) throw new Error(`These files are not for the package: ${stray.join(", ")}`);

await createVSIX({
	cwd: root,
	packagePath,
	dependencies: false,
	allowMissingRepository: true,
	rewriteRelativeLinks: false,
});
console.log(`${packagePath}: ${files.length} files, ${(statSync(packagePath).size / 1024 / 1024).toFixed(1)} MB`);
