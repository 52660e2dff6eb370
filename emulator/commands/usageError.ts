/** The command cannot be used as it was given; its message is a sentence for whoever gave it. */
export class UsageError extends Error {}
