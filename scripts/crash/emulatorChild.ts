import { startEmulator } from "../../emulator/main.ts";

/** The process that is killed: an emulator on the folder that is its one argument; says its endpoint and how long it took to open, and serves. */
const dir = process.argv[2] ?? "";
const began = performance.now();
const emulator = await startEmulator({
	port: 0,
	storage: { kind: "disk", dir },
	account: "000000000000",
	region: "us-east-1",
	seed: process.pid,
});
console.log(emulator.endpoint, performance.now() - began);
