import type { Call } from "../../aws/service.ts";
import type { Lambda } from "../lambda.ts";
import type { InvocationRequest, InvocationResponse } from "../model.generated.ts";
import { decodedClientContext } from "../payload.ts";

/** Runs a function and answers with what it returned, or queues an event for it, or only says that it could be run. */
export async function invoke(
	{ functions, invokeNamed }: Pick<Lambda, "functions" | "invokeNamed">,
	request: InvocationRequest,
	{ requestId }: Call,
): Promise<InvocationResponse> {
	const { InvocationType = "RequestResponse", Payload = new Uint8Array() } = request;
	const name = functions.name(request.FunctionName, request.Qualifier);
	const clientContext = decodedClientContext(request.ClientContext);
	if (InvocationType === "DryRun") {
		functions.resolve(name);
		return { StatusCode: 204, Payload: new Uint8Array() };
	}
	const invoked = await invokeNamed(name, {
		payload: Payload,
		invocationType: InvocationType,
		requestId,
		...(clientContext === undefined ? {} : { clientContext }),
	});
	if (InvocationType === "Event") return { StatusCode: 202, Payload: invoked.payload };
	return {
		StatusCode: invoked.status,
		Payload: invoked.payload,
		ExecutedVersion: invoked.executedVersion,
		...(invoked.functionError === undefined ? {} : { FunctionError: invoked.functionError }),
		...(request.LogType === "Tail" ? { LogResult: Buffer.from(invoked.logTail()).toString("base64") } : {}),
	};
}
