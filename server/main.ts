import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./connection/serve.ts";

/** The language server's process. How it is spoken to is an argument: `--stdio`, `--node-ipc`, `--socket` or `--pipe`. */
serve(createConnection(ProposedFeatures.all));
