import type { Courier } from "./courier/courier.ts";
import type { JudgeMessage } from "./judging/message.ts";
import type { Provider } from "./judging/provider.ts";
import type { Referee } from "./referee/referee.ts";
import type { WorkMessage } from "./work/message.ts";

/** What the deployment gives the Worker. */
export interface Bindings {
  readonly DB: D1Database;
  readonly COURIER: DurableObjectNamespace<Courier>;
  readonly REFEREE: DurableObjectNamespace<Referee>;
  /** Work that takes its time; its messages may be lost or come twice. */
  readonly WORK: Queue<WorkMessage>;
  /** Files of outputs, by the hash of their bytes. */
  readonly MEDIA: R2Bucket;
  /** Work for machine judges. */
  readonly JUDGE: Queue<JudgeMessage>;
  /** One object per endpoint of judges: calls at once, and a circuit that all arenas share. */
  readonly PROVIDER: DurableObjectNamespace<Provider>;
  /** Workers AI, where the deployment has it. */
  readonly AI?: Ai;
  readonly ASSETS?: Fetcher;
  /** The deployment; every one has its own. */
  readonly VERSION?: WorkerVersionMetadata;
  /** Seals ballots and voter cookies. */
  readonly AGON_SECRET: string;
  /** Hex SHA-256 of the operator key that this deployment starts with. */
  readonly AGON_ADMIN_KEY_HASH?: string;
  /** Requests a minute from one address; see wrangler.toml. */
  readonly READ_LIMIT?: RateLimit;
  readonly WRITE_LIMIT?: RateLimit;
  /** "off": no quotas and no rate limits. */
  readonly AGON_LIMITS?: "on" | "off";
  /** "on": calls out may go to this machine itself, in plain http and at any port. For development alone. */
  readonly AGON_OUTGOING_LOOPBACK?: "on" | "off";
}
