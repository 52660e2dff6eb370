"use strict";

// The process that runs a Node.js function. Started by the emulator, possibly before it is known for which function;
// speaks frames over two pipes: commands come in on descriptor 3, answers and log entries go out on 4. A frame is its
// body's length (4 bytes, big-endian), its kind (one letter) and the body. It is run as it stands, on Node 20 and later.
//
// Commands are read synchronously: between two invocations the whole process stands still, its timers too, as on AWS,
// where the environment is frozen.

const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { performance } = require("node:perf_hooks");
const { pathToFileURL } = require("node:url");
const util = require("node:util");

const commandsFd = 3;
const answersFd = 4;
/** AWS's limit for a response, and the 100 bytes it grants on top. */
const responseBytesMax = 6 * 1024 * 1024 + 100;
/** CloudWatch's limit for one event; a longer one is cut here, before it is copied about. */
const logBytesMax = 256 * 1024;

let requestId;
let startedAt = 0;
/** What to do when the event loop runs empty, when an error escapes, and when a promise fails unseen. */
let onIdle = () => {};
let onFatal = (error) => initFailed("Uncaught Exception", error);

function start() {
	// Node.js queues what a full pipe does not take; a process that then stands still would keep it until it wakes.
	for (const stream of [process.stdout, process.stderr]) stream._handle?.setBlocking?.(true);
	const command = readFrame();
	const spec = JSON.parse(command.body.toString("utf8"));
	for (const name of Object.keys(process.env)) delete process.env[name];
	Object.assign(process.env, spec.variables);
	// NODE_PATH was not yet known when the process started.
	Module._initPaths();
	process.chdir(spec.folder);
	patchConsole(spec.jsonLogs);
	process.on("beforeExit", () => onIdle());
	process.on("uncaughtException", (error) => onFatal(error, "Uncaught Exception", 129));
	process.on("unhandledRejection", (reason) => {
		const error = runtimeError("UnhandledPromiseRejection", String(reason));
		error.reason = reason;
		onFatal(error, "Unhandled Promise Rejection", 128);
	});
	globalThis.awslambda = {
		streamifyResponse() {
			throw new Error("Gatewright does not emulate response streaming yet (awslambda.streamifyResponse).");
		},
	};
	void serve(spec);
}

async function serve(spec) {
	let handler;
	try {
		handler = await loadHandler(spec);
	} catch (error) {
		initFailed("Uncaught Exception", error);
	}
	writeFrame("R");
	setImmediate(() => next(spec, handler));
}

function initFailed(title, error) {
	logError(title, error);
	writeFrame("F", JSON.stringify(errorPayload(error)));
	process.exit(1);
}

// ---- one invocation

function next(spec, handler) {
	const { meta, event } = readInvocation();
	startedAt = performance.now();
	requestId = meta.requestId;
	process.env._X_AMZN_TRACE_ID = meta.traceId;
	const finished = () => {
		onIdle = () => {};
		setImmediate(() => next(spec, handler));
	};
	onFatal = (error, title, exitCode) => {
		logError(title, error);
		writeFrame("X", account(), JSON.stringify(errorPayload(error)));
		process.exit(exitCode);
	};
	const answers = answersOnce(finished);
	const context = contextOf(spec, meta, answers);
	onIdle = () => {
		if (isAsync(handler) || !spec.callbacks) {
			answers.fail(
				runtimeError(
					"NodeJsExit",
					"The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes",
				),
			);
		} else {
			answers.succeed(null);
		}
	};
	try {
		const parsed = JSON.parse(event.toString("utf8"));
		const result = spec.callbacks ? handler(parsed, context, callbackOf(context, answers)) : handler(parsed, context);
		if (typeof result?.then === "function") void result.then(answers.succeed, answers.fail);
		else if (!spec.callbacks) answers.succeed(result);
	} catch (error) {
		answers.fail(error);
	}
}

/** The two ways to end an invocation; only the first call counts. */
function answersOnce(finished) {
	let done = false;
	const fail = (error) => {
		if (done) return;
		done = true;
		const cause = error === undefined || error === null ? "handled" : error;
		logError("Invoke Error", cause);
		writeFrame("E", account(), JSON.stringify(errorPayload(cause)));
		finished();
	};
	const succeed = (result) => {
		if (done) return;
		let body;
		try {
			body = Buffer.from(JSON.stringify(result === undefined ? null : result) ?? "null");
		} catch {
			fail(new Error("Unable to stringify response body"));
			return;
		}
		done = true;
		if (body.length > responseBytesMax) writeFrame("S", account(), String(body.length));
		else writeFrame("A", account(), body);
		finished();
	};
	return { succeed, fail };
}

function callbackOf(context, answers) {
	let called = false;
	return (error, result) => {
		if (called) return;
		called = true;
		if (error !== undefined && error !== null) answers.fail(error);
		else if (context.callbackWaitsForEmptyEventLoop) onIdle = () => setImmediate(() => answers.succeed(result));
		else answers.succeed(result);
	};
}

function contextOf(spec, meta, answers) {
	const { variables } = spec;
	const deadline = Date.now() + meta.timeoutMs;
	return {
		...(spec.callbacks ? { callbackWaitsForEmptyEventLoop: true } : {}),
		...(spec.callbacks
			? {
					succeed: (result) => answers.succeed(result),
					fail: (error) => answers.fail(error),
					done: (error, result) =>
						error === undefined || error === null ? answers.succeed(result) : answers.fail(error),
				}
			: {}),
		functionVersion: variables.AWS_LAMBDA_FUNCTION_VERSION,
		functionName: variables.AWS_LAMBDA_FUNCTION_NAME,
		memoryLimitInMB: variables.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
		logGroupName: variables.AWS_LAMBDA_LOG_GROUP_NAME,
		logStreamName: variables.AWS_LAMBDA_LOG_STREAM_NAME,
		clientContext: meta.clientContext === undefined ? undefined : JSON.parse(meta.clientContext),
		identity: undefined,
		invokedFunctionArn: meta.invokedFunctionArn,
		awsRequestId: meta.requestId,
		getRemainingTimeInMillis: () => Math.max(deadline - Date.now(), 0),
	};
}

function isAsync(handler) {
	return handler.constructor?.name === "AsyncFunction";
}

/** The process's greatest size so far, in kilobytes, and how long this invocation took, in microseconds: four bytes each. */
function account() {
	const bytes = Buffer.allocUnsafe(8);
	bytes.writeUInt32BE(process.resourceUsage().maxRSS, 0);
	bytes.writeUInt32BE(Math.min(Math.round((performance.now() - startedAt) * 1000), 2 ** 32 - 1), 4);
	return bytes;
}

// ---- finding the handler: AWS's order of places, and its errors

async function loadHandler({ handler: name, folder, callbacks }) {
	if (name.includes("..")) {
		throw runtimeError(
			"MalformedHandlerName",
			`'${name}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
		);
	}
	const last = path.basename(name);
	const root = name.slice(0, name.indexOf(last));
	const match = /^([^.]*)\.(.*)$/.exec(last);
	if (match === null) throw runtimeError("MalformedHandlerName", "Bad handler");
	const [, moduleName, exportPath] = match;
	const loaded = await loadModule(folder, root, moduleName);
	const handler = exportPath.split(".").reduce((object, key) => object?.[key], loaded);
	if (!handler) throw runtimeError("HandlerNotFound", `${name} is undefined or not exported`);
	if (typeof handler !== "function") throw runtimeError("HandlerNotFound", `${name} is not a function`);
	if (!callbacks && handler.length >= 3) {
		throw runtimeError(
			"CallbackHandlerDeprecated",
			"ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.",
		);
	}
	return handler;
}

async function loadModule(folder, root, moduleName) {
	const file = path.resolve(folder, root, moduleName);
	try {
		const found = await loadFile(file);
		if (found !== undefined) return found;
		return require(require.resolve(moduleName, { paths: [folder, path.join(folder, root)] }));
	} catch (error) {
		if (error instanceof SyntaxError) throw runtimeError("UserCodeSyntaxError", String(error), error);
		if (error?.code === "MODULE_NOT_FOUND") throw runtimeError("ImportModuleError", `Error: ${error.message}`, error);
		throw error;
	}
}

async function loadFile(file) {
	if (isFile(file)) return require(file);
	const asModule = packageType(path.dirname(file)) === "module";
	if (!asModule && isFile(`${file}.js`)) return require(`${file}.js`);
	for (const extension of asModule ? [".js", ".mjs"] : [".mjs"]) {
		if (isFile(file + extension)) return import(pathToFileURL(file + extension).href);
	}
	return isFile(`${file}.cjs`) ? require(`${file}.cjs`) : undefined;
}

function isFile(file) {
	return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The `type` of the nearest package.json; a `node_modules` folder ends the search. */
function packageType(folder) {
	for (let at = folder; path.basename(at) !== "node_modules"; at = path.dirname(at)) {
		const file = path.join(at, "package.json");
		if (isFile(file)) {
			try {
				return JSON.parse(fs.readFileSync(file, "utf8"))?.type;
			} catch (error) {
				console.warn(`${file} cannot be read, it will be ignored for ES module detection purposes.`, error);
				return undefined;
			}
		}
		if (path.dirname(at) === at) return undefined;
	}
	return undefined;
}

// ---- errors

function runtimeError(name, message, cause) {
	const error = new Error(message);
	error.name = `Runtime.${name}`;
	// The place in the user's file is in the first error's stack.
	if (typeof cause?.stack === "string") error.stack = `${error.name}: ${message}\n${cause.stack}`;
	else Error.captureStackTrace(error, runtimeError);
	return error;
}

function errorPayload(error) {
	if (util.types.isNativeError(error) || isErrorLike(error)) {
		return { errorType: error.name, errorMessage: error.message, trace: String(error.stack).split("\n") };
	}
	try {
		return { errorType: typeof error, errorMessage: error.toString(), trace: [] };
	} catch {
		return {
			errorType: "handled",
			errorMessage:
				"callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack",
		};
	}
}

function isErrorLike(error) {
	return ["name", "message", "stack"].every((key) => typeof error?.[key] === "string" && error[key] !== "");
}

function logError(title, error) {
	const whole = error instanceof Error ? error : new Error(String(error));
	// Its own members, as `code` of a system error; not its class.
	const described = {
		errorType: whole.name,
		errorMessage: whole.message,
		code: whole.code,
		...Object.fromEntries(Object.entries(whole)),
		stack: String(whole.stack).split("\n"),
	};
	let text;
	try {
		text = JSON.stringify(described, (_key, value) => (value instanceof Promise ? {} : value));
	} catch {
		text = JSON.stringify(errorPayload(whole));
	}
	log("ERROR", `${title} \t${text}`);
}

// ---- logging

const levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];
let log = () => {};

function patchConsole(jsonLogs) {
	const lowest = Math.max(levels.indexOf(process.env.AWS_LAMBDA_LOG_LEVEL?.toUpperCase()), 0);
	log = (level, ...message) => {
		if (levels.indexOf(level) < lowest) return;
		const timestamp = new Date().toISOString();
		const text = jsonLogs
			? JSON.stringify({ timestamp, level, requestId, message: util.format(...message) })
			: `${timestamp}\t${requestId}\t${level}\t${util.format(...message)}`;
		const body = Buffer.from(text);
		writeFrame("L", level.slice(0, 1), body.length > logBytesMax ? body.subarray(0, logBytesMax) : body);
	};
	for (const [method, level] of Object.entries({
		trace: "TRACE",
		debug: "DEBUG",
		info: "INFO",
		log: "INFO",
		warn: "WARN",
		error: "ERROR",
		fatal: "FATAL",
	})) {
		console[method] = (...message) => log(level, ...message);
	}
}

// ---- frames

/** Bytes that were read but belong to what comes next. */
let pending = Buffer.alloc(0);

function readInvocation() {
	const { body } = readFrame();
	const metaEnd = 4 + body.readUInt32BE(0);
	return { meta: JSON.parse(body.toString("utf8", 4, metaEnd)), event: body.subarray(metaEnd) };
}

function readFrame() {
	const header = readBytes(5);
	const size = header.readUInt32BE(0);
	const kind = String.fromCharCode(header[4]);
	return { kind, body: readBytes(size) };
}

function readBytes(size) {
	if (pending.length < size) {
		const room = Buffer.allocUnsafe(Math.max(size, 64 * 1024));
		let filled = pending.copy(room);
		while (filled < size) filled += readSome(room, filled);
		pending = room.subarray(0, filled);
	}
	const bytes = pending.subarray(0, size);
	pending = pending.subarray(size);
	return bytes;
}

function readSome(room, at) {
	try {
		const count = fs.readSync(commandsFd, room, at, room.length - at, null);
		if (count > 0) return count;
	} catch (error) {
		if (error.code === "EAGAIN") return 0;
	}
	// The pipe is closed: the emulator is gone, and nothing may outlive it. Not process.exit, which user code can hold up.
	process.kill(process.pid, "SIGKILL");
	return 0;
}

function writeFrame(kind, ...parts) {
	const bodies = parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part));
	const header = Buffer.allocUnsafe(5);
	header.writeUInt32BE(
		bodies.reduce((size, body) => size + body.length, 0),
		0,
	);
	header[4] = kind.charCodeAt(0);
	let rest = Buffer.concat([header, ...bodies]);
	while (rest.length > 0) {
		try {
			rest = rest.subarray(fs.writeSync(answersFd, rest));
		} catch (error) {
			if (error.code === "EAGAIN") continue;
			process.kill(process.pid, "SIGKILL");
		}
	}
}

start();
