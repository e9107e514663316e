// `npm run mock-judge -- --port 9000 --latency 50`: a judge for trying `agon run` without a model.
import { parseArgs } from "node:util";
import { faults, startMockJudge } from "./server.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "9090" },
    latency: { type: "string", default: "50" },
    seed: { type: "string", default: "0" },
    bias: { type: "string", default: "0" },
    sharpness: { type: "string", default: "8" },
    key: { type: "string" },
    model: { type: "string" },
    context: { type: "string" },
    "dies-after": { type: "string" },
    obeys: { type: "boolean", default: false },
    "needs-parts": { type: "boolean", default: false },
    plain: { type: "boolean", default: false },
    website: { type: "boolean", default: false },
    // Such as --fault error=0.1 --fault rate-limit=0.05
    fault: { type: "string", multiple: true, default: [] },
  },
});

const shares = Object.fromEntries(
  values.fault.map((text) => {
    const [name = "", share = "1"] = text.split("=");
    if (!faults.some((fault) => fault === name)) throw new Error(`--fault is one of ${faults.join(", ")}`);
    return [name, Number(share)];
  }),
);

const judge = await startMockJudge({
  port: Number(values.port),
  latencyMs: Number(values.latency),
  seed: Number(values.seed),
  bias: values.bias === "first" ? Number.POSITIVE_INFINITY : Number(values.bias),
  sharpness: Number(values.sharpness),
  obeys: values.obeys,
  needsParts: values["needs-parts"],
  isPlain: values.plain,
  isWebsite: values.website,
  faults: shares,
  ...(values.key === undefined ? {} : { key: values.key }),
  ...(values.model === undefined ? {} : { model: values.model }),
  ...(values.context === undefined ? {} : { contextTokens: Number(values.context) }),
  ...(values["dies-after"] === undefined ? {} : { diesAfter: Number(values["dies-after"]) }),
});
console.log(`The mock judge listens on ${judge.url}; GET /calls counts what it was asked.`);
