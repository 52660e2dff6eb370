import { join } from "node:path";

/** The programs that run functions: beside this file, and beside the bundle, where the build copies them as they stand. */
export const runtimesFolder = join(import.meta.dirname, "runtimes");
