/** Whether a content type is among an API's binary media types; `*` stands for any part. Parameters do not count. */
export function isBinary(contentType: string | undefined, binaryMediaTypes: readonly string[] = []): boolean {
	if (binaryMediaTypes.length === 0) return false;
	const type = mediaType(contentType);
	return binaryMediaTypes.some((binary) => {
		if (binary === "*/*") return true;
		if (type === undefined) return false;
		const [major, minor] = binary.toLowerCase().split("/");
		const [ownMajor, ownMinor] = type.split("/");
		return (major === "*" || major === ownMajor) && (minor === "*" || minor === ownMinor);
	});
}

/** `application/json` of `Application/JSON; charset=utf-8`; the first of a list, as of an Accept header. */
export function mediaType(header: string | undefined): string | undefined {
	const type = header?.split(",")[0]?.split(";")[0]?.trim().toLowerCase();
	return type === "" ? undefined : type;
}
