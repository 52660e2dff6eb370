import { mkdirSync } from "node:fs";
import type { App, Ready } from "../protocol/app.ts";
import { type ApiGateway, apiGatewayService, openApiGateway } from "./apiGateway/apiGateway.ts";
import { openApp, type RunningApp } from "./app/app.ts";
import { virtualClock } from "./aws/clock.ts";
import { dispatcher } from "./aws/dispatch.ts";
import { eventLog } from "./aws/eventLog.ts";
import { seededIds } from "./aws/ids.ts";
import type { Kernel } from "./aws/service.ts";
import { sourceIndex } from "./aws/sources.ts";
import { type DynamodbOptions, dynamodbService, openDynamodb } from "./dynamodb/dynamodb.ts";
import { dynamodbStreamsService } from "./dynamodbStreams/dynamodbStreams.ts";
import { appRoute, describeApp, readyLine } from "./endpoint/admin/app.ts";
import { cacheRoute, describeCached } from "./endpoint/admin/cache.ts";
import { clockRoute } from "./endpoint/admin/clock.ts";
import { dynamodbRoute, timingRoute } from "./endpoint/admin/dynamodb.ts";
import { partitionsRoute, throttlingRoute } from "./endpoint/admin/dynamodbCapacity.ts";
import { eventsRoute } from "./endpoint/admin/events.ts";
import { tracesRoute } from "./endpoint/admin/traces.ts";
import { answerWith, json } from "./endpoint/answer.ts";
import { callAwsWith } from "./endpoint/callAws.ts";
import { listen } from "./endpoint/server.ts";
import { lambdaService, openLambda } from "./lambda/lambda.ts";
import { openStores, type StorageChoice } from "./storage.ts";
import { stsService } from "./sts/sts.ts";

export type EmulatorOptions = {
	/** 0 takes any free port. */
	readonly port: number;
	readonly storage: StorageChoice;
	readonly account: string;
	readonly region: string;
	readonly seed: number;
	readonly dynamodb?: DynamodbOptions;
	/** The app to deploy: a template or a folder with one. Without it the emulator starts empty. */
	readonly app?: string;
};

export type Emulator = {
	readonly endpoint: string;
	readonly kernel: Kernel;
	ready(): Promise<Ready>;
	describe(): Promise<App>;
	/** The running app, for those who wait on its redeployments. */
	readonly app: RunningApp | undefined;
	close(): Promise<void>;
};

/**
 * Ties the parts together; the only file that knows them all. A service reaches another only through what is handed to it
 * here. Rejects with a `StartError` when it cannot start at all; an app that cannot be read is a problem of its own and
 * does not keep the emulator from running.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
	const stores = await openStores(options.storage);
	mkdirSync(stores.filesDir, { recursive: true });
	const clock = virtualClock();
	const ids = seededIds(options.seed);
	const events = eventLog(clock);
	let endpoint = "";
	const kernel: Kernel = {
		account: options.account,
		region: options.region,
		clock,
		ids,
		events,
		records: stores.records,
		documents: stores.documents,
		sources: sourceIndex(),
		filesDir: stores.filesDir,
		endpoint: () => endpoint,
	};

	const [dynamodb, lambda] = await Promise.all([openDynamodb(kernel, options.dynamodb), openLambda(kernel, {})]);
	const services = [
		dynamodbService(dynamodb),
		dynamodbStreamsService({ region: kernel.region, clock, streams: dynamodb.streams }),
		lambdaService(lambda),
		stsService(kernel),
	];
	const gateway: ApiGateway = await openApiGateway(kernel, {
		invokeFunction: lambda.invoke,
		mayInvoke: (functionArn, sourceArn) => lambda.policyAllows(functionArn, "apigateway.amazonaws.com", sourceArn),
		callAws: (service, request) => callAws(service, request),
	});
	// Credentials of ours come with Cognito's identity pools and STS; until then every key is somebody else's.
	const aws = dispatcher({
		services: [...services, apiGatewayService(gateway)],
		clock,
		ids,
		events,
		findIssuedKey: () => undefined,
	});
	const callAws = callAwsWith(aws, options.region);

	let app: RunningApp | undefined;
	const describe = () =>
		describeApp({
			call: aws.call,
			sources: kernel.sources,
			endpoint,
			...(app === undefined ? {} : { template: app.template }),
			problems: app?.problems() ?? [],
			logicalIdOf: (name) => app?.logicalIdOf(name),
		});
	const server = await listen(
		options.port,
		answerWith({
			dispatcher: aws,
			executeApi: (request, target) => gateway.execute(request, target),
			deployedStages: () => gateway.deployedStages(),
			admin: {
				health: () => json(200, { status: "running", account: kernel.account, region: kernel.region }),
				clock: clockRoute(clock, events),
				dynamodb: dynamodbRoute(
					{ timing: timingRoute(dynamodb.timing), throttling: throttlingRoute(dynamodb.capacity) },
					{ partitions: partitionsRoute(dynamodb.capacity.describe) },
				),
				events: eventsRoute(events),
				traces: tracesRoute(gateway.traces),
				cache: cacheRoute((stage) => gateway.cached(stage).map(describeCached)),
				app: appRoute(describe),
			},
		}),
	).catch(async (error: unknown) => {
		await Promise.all([lambda.close(), gateway.close(), dynamodb.close()]);
		await stores.close();
		throw error;
	});
	endpoint = `http://127.0.0.1:${server.port}`;
	if (options.app !== undefined) app = await openApp(options.app, { kernel, call: aws.call });

	return {
		endpoint,
		kernel,
		get app() {
			return app;
		},
		describe,
		ready: async () => readyLine(await describe()),
		async close() {
			await app?.close();
			await server.close();
			await Promise.all([lambda.close(), gateway.close(), dynamodb.close()]);
			clock.close();
			await stores.close();
		},
	};
}
