import type { TestProject } from "vitest/node";
import { startReceiver } from "../../receiver/receiver.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Origin of the receiver of webhooks. */
    receiver: string;
  }
}

export default async function serve(project: TestProject): Promise<() => void> {
  const receiver = await startReceiver();
  project.provide("receiver", receiver.url);
  return receiver.close;
}
