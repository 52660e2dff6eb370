/** dynalite, holding its items in memory. */
import { createRequire } from "node:module";
import type { AddressInfo, Server } from "node:net";

// The package has no types; this is what its manual says of it.
const dynalite = createRequire(import.meta.url)("dynalite") as (options: { createTableMs: number }) => Server;

const server = dynalite({ createTableMs: 0 });
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
process.on("SIGTERM", () => process.exit(0));
