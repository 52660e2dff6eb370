/** Documentation with a link to AWS's page, where there is one. */
export function withPage(documentation: string | undefined, page: string | undefined): string | undefined {
	if (page === undefined) return documentation === "" ? undefined : documentation;
	const link = `[AWS documentation](${page})`;
	return documentation === undefined || documentation === "" ? link : `${documentation}\n\n${link}`;
}
