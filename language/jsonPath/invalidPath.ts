import { JavaException } from "../vtl/values/javaException.ts";

/** A path that the reference refuses, which ends the rendering. */
export const invalidPath = (message: string) => new JavaException("com.jayway.jsonpath.InvalidPathException", message);
