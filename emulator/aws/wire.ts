/** An HTTP request, read whole. Header names are lower case; a repeated header is in `headers` joined by ", " and in `rawHeaders` as sent. */
export type WireRequest = {
	readonly method: string;
	/** As sent: still percent-encoded, without the query. */
	readonly path: string;
	/** As sent, without the question mark; empty when there is none. */
	readonly query: string;
	readonly headers: Readonly<Record<string, string>>;
	/** Name, value, name, value, … in the order and spelling of the client. */
	readonly rawHeaders: readonly string[];
	readonly body: Buffer;
	/** The client's address. */
	readonly remoteAddress: string;
};

export type WireResponse = {
	readonly status: number;
	/** A value may be a list: the header is then sent once for each. */
	readonly headers: Readonly<Record<string, string | readonly string[]>>;
	readonly body: Buffer | string;
};
