import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { AwsError } from "./awsError.ts";
import type { Clock } from "./clock.ts";
import type { WireRequest } from "./wire.ts";

/** What a request's AWS signature says of itself, before anything is verified. */
export type Signature = {
	readonly accessKeyId: string;
	/** YYYYMMDD, the scope's first part. */
	readonly date: string;
	readonly region: string;
	/** The signing name: tells which service is called. */
	readonly service: string;
	readonly signedHeaders: readonly string[];
	readonly signature: string;
	/** As `20261122T190000Z`. */
	readonly timestamp: string;
	readonly sessionToken?: string;
	/** In the query instead of the Authorization header. */
	readonly presigned?: { readonly expiresSeconds: number };
};

/** Keys that the emulator itself has given out (STS, identity pools); others are accepted without a check. */
export type FindIssuedKey = (
	accessKeyId: string,
) => { readonly secretAccessKey: string; readonly sessionToken?: string } | undefined;

const algorithm = "AWS4-HMAC-SHA256";

/** The signature of a request, from its header or its query; undefined when it has none. */
export function parseSignature(request: WireRequest): Signature | undefined {
	const authorization = request.headers["authorization"];
	if (authorization?.startsWith(algorithm)) return fromHeader(authorization, request);
	if (request.query.includes("X-Amz-Algorithm=")) return fromQuery(new URLSearchParams(request.query));
	return undefined;
}

/**
 * Checks a signature made with a key of ours, as AWS does, including its age; true when it was checked, false when the
 * key is not ours. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function verifySignature(
	signature: Signature,
	request: WireRequest,
	findKey: FindIssuedKey,
	clock: Clock,
): boolean {
	const key = findKey(signature.accessKeyId);
	if (key === undefined) return false;
	if (key.sessionToken !== undefined && key.sessionToken !== signature.sessionToken) {
		throw new AwsError("UnrecognizedClientException", "The security token included in the request is invalid.");
	}
	checkAge(signature, clock);
	const given = Buffer.from(signature.signature, "hex");
	const wanted = sign(signature, canonicalRequest(signature, request), key.secretAccessKey);
	if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
		throw new AwsError(
			"InvalidSignatureException",
			"The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
			403,
		);
	}
	return true;
}

function fromHeader(authorization: string, request: WireRequest): Signature {
	const credential = field(authorization, "Credential=");
	const signedHeaders = field(authorization, "SignedHeaders=");
	const signature = field(authorization, "Signature=");
	const timestamp = request.headers["x-amz-date"] ?? request.headers["date"];
	if (!credential || !signedHeaders || !signature || !timestamp)
		throw incomplete(authorization, { credential, signature, signedHeaders, timestamp });
	const sessionToken = request.headers["x-amz-security-token"];
	return {
		...scopeOf(credential),
		signedHeaders: signedHeaders.split(";"),
		signature,
		timestamp,
		...(sessionToken === undefined ? {} : { sessionToken }),
	};
}

/** What stands behind a field's name, up to the comma that ends it. Read in place, since every request has one to be read. */
function field(authorization: string, name: string): string | undefined {
	for (let from = algorithm.length; from > 0; from = authorization.indexOf(",", from) + 1) {
		while (authorization[from] === " ") from++;
		if (!authorization.startsWith(name, from)) continue;
		const end = authorization.indexOf(",", from);
		return authorization.slice(from + name.length, end === -1 ? undefined : end).trim();
	}
	return undefined;
}

function fromQuery(query: URLSearchParams): Signature {
	const get = (name: string) => query.get(name) ?? "";
	const sessionToken = query.get("X-Amz-Security-Token");
	return {
		...scopeOf(get("X-Amz-Credential")),
		signedHeaders: get("X-Amz-SignedHeaders").split(";"),
		signature: get("X-Amz-Signature"),
		timestamp: get("X-Amz-Date"),
		presigned: { expiresSeconds: Number(get("X-Amz-Expires")) || 0 },
		...(sessionToken === null ? {} : { sessionToken }),
	};
}

function scopeOf(credential: string): Pick<Signature, "accessKeyId" | "date" | "region" | "service"> {
	const parts = credential.split("/");
	// The access key itself may hold a slash: the scope is the last four parts.
	const [date = "", region = "", service = ""] = parts.slice(-4);
	if (parts.length < 5)
		throw new AwsError(
			"IncompleteSignatureException",
			`Credential must have at least 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
			403,
		);
	return { accessKeyId: parts.slice(0, -4).join("/"), date, region, service };
}

function incomplete(authorization: string, fields: Record<string, string | undefined>): AwsError {
	const names: Readonly<Record<string, string>> = {
		credential: "Authorization header requires 'Credential' parameter.",
		signature: "Authorization header requires 'Signature' parameter.",
		signedHeaders: "Authorization header requires 'SignedHeaders' parameter.",
		timestamp: "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
	};
	const missing = Object.entries(fields).filter(([, value]) => !value);
	const texts = missing.map(([name]) => names[name]).join(" ");
	return new AwsError("IncompleteSignatureException", `${texts} Authorization=${authorization.split(" ")[0]}`, 403);
}

function checkAge(signature: Signature, clock: Clock): void {
	const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(signature.timestamp) ?? [];
	const signedAt = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
	const ageSeconds = (clock.now() - signedAt) / 1000;
	const allowedSeconds = signature.presigned?.expiresSeconds ?? 15 * 60;
	// Only presigned requests are refused for age: clients sign with the machine's clock, which a virtual one has left behind.
	if (signature.presigned !== undefined && !(ageSeconds <= allowedSeconds)) {
		throw new AwsError("AccessDenied", "Request has expired", 403);
	}
}

function canonicalRequest(signature: Signature, request: WireRequest): string {
	const query = request.query
		.split("&")
		.filter((pair) => pair !== "" && !pair.startsWith("X-Amz-Signature="))
		.map((pair) => (pair.includes("=") ? pair : `${pair}=`))
		.toSorted()
		.join("&");
	const headers = signature.signedHeaders
		.map((name) => `${name}:${(request.headers[name] ?? "").trim().replace(/ +/g, " ")}\n`)
		.join("");
	// S3 signs the path as it is; every other service signs it encoded once more.
	const path = signature.service === "s3" ? request.path : request.path.split("/").map(encodeSegment).join("/");
	const bodyHash =
		request.headers["x-amz-content-sha256"] ?? (signature.presigned ? "UNSIGNED-PAYLOAD" : sha256(request.body));
	return [request.method, path, query, headers, signature.signedHeaders.join(";"), bodyHash].join("\n");
}

function encodeSegment(segment: string): string {
	return encodeURIComponent(segment).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sign({ date, region, service, timestamp }: Signature, canonical: string, secretAccessKey: string): Buffer {
	const scope = `${date}/${region}/${service}/aws4_request`;
	const text = `${algorithm}\n${timestamp}\n${scope}\n${sha256(Buffer.from(canonical))}`;
	let key: Buffer = Buffer.from(`AWS4${secretAccessKey}`);
	for (const part of [date, region, service, "aws4_request"]) key = hmac(key, part);
	return hmac(key, text);
}

function hmac(key: Buffer, text: string): Buffer {
	return createHmac("sha256", key).update(text).digest();
}

function sha256(data: Buffer): string {
	return createHash("sha256").update(data).digest("hex");
}
