import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FunctionSource } from "../cloudformation/builds.ts";
import { childText, type Scalar } from "../cloudformation/node.ts";
import type { FunctionCode } from "../cloudformation/resources/resourceType.ts";

/** Code that stands in the template: CloudFormation writes it into a file named index, by the runtime's kind. */
export function inlineCode({ logicalId, properties }: FunctionSource, code: Scalar, root: string): FunctionCode {
	const extension = childText(properties, "Runtime")?.startsWith("python") ? "py" : "js";
	const revision = createHash("sha256").update(extension).update(code.text).digest("hex").slice(0, 16);
	const folder = join(root, logicalId, revision);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `index.${extension}`), code.text);
	// Node.js asks the nearest package.json whether this is a module: it must not find one of the folders above.
	if (extension === "js") writeFileSync(join(folder, "package.json"), "{}\n");
	return { folder, revision };
}
