import { names } from "../cloudformation/names.ts";

/** Folders that hold what tools put there: looked at neither for changes nor for code of the user's own. */
export function isSkipped(folderName: string): boolean {
	return skipped.has(folderName);
}

const skipped = new Set(
	names("node_modules .git .aws-sam cdk.out __pycache__ .venv .pytest_cache .mypy_cache .ruff_cache .tox"),
);
