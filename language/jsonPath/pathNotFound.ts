/** Where a path leads nowhere. */
export class PathNotFound extends Error {}

/** Thrown often, so it is made once: what costs in an error is its stack. */
export const pathNotFound = new PathNotFound();
