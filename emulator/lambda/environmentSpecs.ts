import type { Kernel } from "../aws/service.ts";
import type { EnvironmentSpec } from "./environment/environment.ts";
import { type Credentials, environmentVariables } from "./environment/variables.ts";
import type { FunctionVersion } from "./functions.ts";

/** What an environment of a version is started with; each has its own log stream. */
export function environmentSpecs(kernel: Kernel, options: SpecOptions): (version: FunctionVersion) => EnvironmentSpec {
	const credentials = options.credentials ?? madeUpCredentials(kernel);
	return (version) => {
		const { folder } = version.code;
		const surroundings = {
			region: kernel.region,
			endpoint: kernel.endpoint(),
			credentials,
			logStream: logStream(kernel, version),
			nodeModuleFolders: options.nodeModuleFolders ?? [],
		};
		return {
			runtime: version.runtime,
			handler: version.handler,
			folder,
			memorySizeMb: version.memorySizeMb,
			variables: environmentVariables(version, folder, surroundings),
			jsonLogs: version.logging.format === "JSON",
		};
	};
}

type SpecOptions = { readonly credentials?: Credentials; readonly nodeModuleFolders?: readonly string[] };

/** In AWS's form, so that what checks the form is content; the emulator accepts any. */
function madeUpCredentials({ ids }: Kernel): Credentials {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const base64 = `${letters}${letters.toLowerCase()}0123456789`;
	return {
		accessKeyId: `ASIA${ids.text(16, `${letters}234567`)}`,
		secretAccessKey: ids.text(40, base64),
		sessionToken: ids.text(256, base64),
	};
}

function logStream({ clock, ids }: Kernel, { version }: FunctionVersion): string {
	const day = new Date(clock.now()).toISOString().slice(0, 10).replaceAll("-", "/");
	return `${day}/[${version}]${ids.text(32, "0123456789abcdef")}`;
}
