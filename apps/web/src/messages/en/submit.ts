export const enSubmit = {
  title: "Submit a model",
  titleArena: "Submit a model to {title}",
  lead: "A model enters with its answers to every prompt of the arena. They are checked, and the model plays for its place on the board by itself.",
  none: "There is no arena yet to submit a model to.",
  home: "See the arenas",
  arena: "Arena",
  choose: "Show for this arena",
  askTitle: "1. Ask for a door",
  ask: "The arena's operator makes a webhook endpoint for you: an address, and a secret that signs what you send. A key of scope submissions:write does as well.",
  about: "About {title}",
  answerTitle: "2. Answer every prompt",
  answer:
    "Write the outputs into a file, one for every prompt; name prompts by slug or by text. An output is a content, or a media_url where its file is fetched from. Where a program scores the outputs, each has a score too.",
  prompts: "The prompts (JSON)",
  sendTitle: "3. Send it",
  send: "Sign the file and send it; the same webhook-id is taken once, however often it comes. With the query dry_run=true all is checked and nothing stored.",
  signed: "With bash, curl and openssl",
  command: "With the command line and a key",
  checks:
    "The answer's Location is where your submission stands: its progress, every problem with its place, and the tournament that places it. An output that names its model, or equals another model's, waits for the operator.",
  reference: "All calls and fields, in the API reference",
};
