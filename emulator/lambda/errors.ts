import { AwsError } from "../aws/awsError.ts";
import { supportedRuntimes } from "./supportedRuntimes.ts";

// Lambda's errors with AWS's texts and statuses. Every body says whose fault it is: `Type: User` or `Type: Service`.

export const functionNotFound = (arn: string) => notFound(`Function not found: ${arn}`);
export const aliasNotFound = (arn: string) => notFound(`Cannot find alias arn: ${arn}`);
export const unreachableRegion = (wanted: string, here: string) =>
	notFound(`Functions from '${wanted}' are not reachable in this region ('${here}')`);
export const noPolicy = () => notFound("The resource you requested does not exist.");
export const noPolicyFor = (arn: string) => notFound(`No policy found for: ${arn}`);
export const noPolicyAssociated = () => notFound("No policy is associated with the given resource.");
export const statementNotFound = (id: string) => notFound(`Statement ${id} is not found in resource policy.`);

export const qualifierMismatch = () =>
	invalidParameter("The derived qualifier from the function name does not match the specified qualifier.");
export const latestCannotBeDeleted = () =>
	invalidParameter("$LATEST version cannot be deleted without deleting the function.");
export const policyForLatest = () => invalidParameter("We currently do not support adding policies for $LATEST.");
export const invalidPrincipal = () =>
	invalidParameter("The provided principal was invalid. Please check the principal and try again.");
/** AWS's front end knows this bound; its published model does not. */
export const timeoutTooLong = (seconds: number) =>
	new AwsError(
		"ValidationException",
		`1 validation error detected: Value '${seconds}' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900`,
	);
export const missingHandler = () =>
	invalidParameter("Runtime and Handler are mandatory parameters for functions created with deployment packages.");
export const noCode = () => invalidParameter("Please provide a source for function code.");
export const runtimeNotSupported = (runtime: string) =>
	invalidParameter(
		`The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.`,
	);
/** Not the front end's ValidationException: Lambda checks this itself. Recorded: lambda_, test_lambda_api. */
export const unknownRuntime = (runtime: string) =>
	invalidParameter(
		`Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${supportedRuntimes.join(", ")}] or be a valid ARN`,
	);
export const environmentTooLarge = (measured: string) =>
	invalidParameter(
		`Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: ${measured}`,
	);
export const reservedVariablesUsed = (names: readonly string[]) =>
	invalidParameter(
		`Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${names.join(", ")}`,
	);
export const badZip = () =>
	invalidParameter("Could not unzip uploaded file. Please check your file, then try to upload again.");
export const unzippedTooLarge = (bytesMax: number) =>
	invalidParameter(`Unzipped size must be smaller than ${bytesMax} bytes`);
export const noSuchBucket = () =>
	invalidParameter(
		"Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist",
	);
/** Not AWS's: the folder of the local convention `S3Bucket: gatewright-folder`. */
export const noSuchFolder = (folder: string) =>
	invalidParameter(
		`The code folder ${folder} does not exist. (Code.S3Key names it, because S3Bucket is gatewright-folder.)`,
	);
export const imageNotSupported = () =>
	invalidParameter(
		"Gatewright does not run container images: give the function's code as a zip file or a folder (PackageType Zip).",
	);
export const imageForZip = () =>
	invalidParameter("Please don't provide ImageUri when updating a function with packageType Zip.");
export const tooManyLayers = () => invalidParameter("Cannot reference more than 5 layers.");
export const layersNotSupported = () =>
	invalidParameter(
		"Gatewright does not run functions with layers yet: put what the layer brings into the function's code.",
	);

export const wrongCodeSha256 = (given: string, current: string) =>
	invalidParameter(
		`CodeSHA256 (${given}) is different from current CodeSHA256 in $LATEST (${current}). Please try again with the CodeSHA256 in $LATEST.`,
	);
export const tooManyWeights = () =>
	invalidParameter("Number of items in AdditionalVersionWeights cannot be greater than 1");
export const versionAlreadyRouted = (version: string) =>
	invalidParameter(
		`Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
	);
/** As recorded: this one does not say whose fault it is. */
export const latestCannotBeWeighted = () =>
	new AwsError(
		"InvalidParameterValueException",
		"$LATEST is not supported for an alias pointing to more than 1 version",
	);
export const tagsOnQualifier = () =>
	invalidParameter("Tags on function aliases and versions are not supported. Please specify a function ARN.");
export const noTags = () => invalidParameter("An error occurred and the request cannot be processed.");
export const tooManyTags = () => invalidParameter("Number of tags exceeds resource tag limit.");

export const aliasExists = (arn: string) => conflict(`Alias already exists: ${arn}`);
export const functionExists = (name: string) => conflict(`Function already exist: ${name}`);
export const statementExists = (id: string) =>
	conflict(
		`The statement id (${id}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
	);

export const wrongRevision = () =>
	preconditionFailed("Call the GetFunction/GetAlias API to retrieve the latest Revision Id");
export const wrongPolicyRevision = () =>
	preconditionFailed("Call the GetPolicy API to retrieve the latest Revision Id");

export const zipTooLarge = (bytesMax: number) =>
	user("RequestEntityTooLargeException", `Zipped size must be smaller than ${bytesMax} bytes`, 413);
export const requestTooLarge = (size: number, type: string, bytesMax: number) =>
	user(
		"RequestTooLargeException",
		`${size} byte payload is too large for the ${type} invocation type (limit ${bytesMax} bytes)`,
		413,
	);
export const payloadNotJson = (why: string) =>
	user(
		"InvalidRequestContentException",
		`Could not parse request body into json: Could not parse payload into json: ${why}`,
	);
export const invalidClientContext = () =>
	user("InvalidRequestContentException", "Client context must be a valid Base64-encoded JSON object.");

export const tooManyEvents = () =>
	new AwsError("TooManyRequestsException", "Rate Exceeded.", 429, { Type: "User", Reason: "CallerRateLimitExceeded" });

/** Not AWS's throttling: this machine's own limit of processes. */
export const machineBusy = (processesMax: number, waitedSeconds: number) =>
	service(
		"ServiceException",
		`All ${processesMax} processes that Gatewright runs at once were busy for ${waitedSeconds} seconds. This is a limit of this machine, not of AWS.`,
	);
/** A runtime that cannot run here; AWS has no such error, so it is the service's. */
export const cannotRun = (why: string) => service("ServiceException", why);
export const closing = () => service("ServiceException", "The emulator is stopping.");

function user(code: string, message: string, status = 400): AwsError {
	return new AwsError(code, message, status, { Type: "User" });
}
function service(code: string, message: string): AwsError {
	return new AwsError(code, message, 500, { Type: "Service" });
}
function notFound(message: string): AwsError {
	return user("ResourceNotFoundException", message, 404);
}
function invalidParameter(message: string): AwsError {
	return user("InvalidParameterValueException", message);
}
function conflict(message: string): AwsError {
	return user("ResourceConflictException", message, 409);
}
function preconditionFailed(what: string): AwsError {
	const message = `The Revision Id provided does not match the latest Revision Id. ${what}`;
	return user("PreconditionFailedException", message, 412);
}
