/**
 * Documents: definitions of APIs, functions, tables, pools and users. Each collection is held in memory and logged to
 * disk; what `put` or `delete` has resolved survives `kill -9`. For some thousands of documents, not for records.
 */
export type DocumentStore = {
	/** Opens a collection by name (letters and hyphens: it is a file's name), loading what it holds. */
	collection<T extends object>(name: string): Promise<Documents<T>>;
	close(): Promise<void>;
};

/** Values are plain JSON (no Date, no Buffer) and are never changed in place: put a new one. */
export type Documents<T extends object> = {
	get(id: string): T | undefined;
	/** In the order of first insertion. */
	all(): readonly T[];
	put(id: string, value: T): Promise<void>;
	delete(id: string): Promise<void>;
};
