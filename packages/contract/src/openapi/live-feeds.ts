// The live feeds are WebSockets, which OpenAPI has no operations for: they stand under `x-live-feeds`, and their
// messages among the components.

const rules =
  "Open as a WebSocket; a request without an upgrade gets 426. The first message is a snapshot, then one comes for " +
  "each entry of the log that concerns the feed. `prev` is the feed's seq before this one, so a gap shows. `?since=` " +
  "with the last seq seen brings what was missed instead of the snapshot, unless that is more than 1,000 messages. " +
  "The text `ping` is answered by `pong`.";

const feed = (summary: string) => ({
  summary,
  description: rules,
  parameters: [
    {
      name: "since",
      in: "query",
      required: false,
      description: "The last seq seen",
      schema: { type: "integer", minimum: 0 },
    },
  ],
  message: { $ref: "#/components/schemas/LiveMessage" },
});

export const liveFeeds = {
  "/live/arenas/{arena}": feed("Every entry of an arena's log"),
  "/live/tournaments/{tournament}": feed("What moves a tournament"),
} as const;

export const liveFeedsText = `## Live feeds\n\n\`GET /live/arenas/{arena}\` and \`GET /live/tournaments/{tournament}\`. ${rules}`;
