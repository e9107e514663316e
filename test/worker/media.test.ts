// Files of outputs: fetched from where their submitter keeps them, read by their bytes, served so that they do nothing.
import { afterEach, expect, test, vi } from "vitest";
import { cleanFile } from "../../apps/api/src/media/clean-file.ts";
import { type Answer, api, call, operate, operator, read } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { expectSound, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { createEndpoint, deliver, submissionOf, submitted, until } from "./support/webhook.ts";

afterEach(() => vi.restoreAllMocks());

const ascii = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A picture of one pixel with a text chunk that names its maker; checksums are not looked at. */
function png(note = ""): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: string): string => {
    const size = data.length;
    return `${String.fromCharCode(0, 0, size >> 8, size & 255)}${type}${data}CRC!`;
  };
  const header = "\0\0\0\u0001\0\0\0\u0001\u0008\0\0\0\0";
  const text = note === "" ? "" : chunk("tEXt", `Software\0${note}`);
  return ascii(
    `\u0089PNG\r\n\u001a\n${chunk("IHDR", header)}${text}${chunk("IDAT", "xyz")}${chunk("IEND", "")}`,
  );
}

/** What addresses answer; everything else cannot be reached. */
function web(pages: Record<string, () => Response | Promise<Response>>): void {
  const real = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith("https://files.example.com/")) return real(input, init);
    const page = pages[new URL(url).pathname];
    return page ? Promise.resolve(page()) : Promise.resolve(new Response("gone", { status: 404 }));
  });
}

const at = (name: string): string => `https://files.example.com/${name}`;

async function begin() {
  const arena = await createContest({ models: 2, prompts: 2 });
  return { arena, endpoint: await createEndpoint(arena) };
}

const pictures = (first: string, second: string) => [
  { prompt: "p-1", media_url: at(first) },
  { prompt: "p-2", media_url: at(second) },
];

test("files are fetched, cleaned of what names their maker, and served under the hash of their bytes", async () => {
  const { arena, endpoint } = await begin();
  web({
    "/one.png": () => new Response(png("Painter 3000")),
    "/two.svg": () =>
      new Response('<svg xmlns="http://www.w3.org/2000/svg"><!-- Painter --><path d="M0 0"/></svg>'),
  });
  const body = submitted({ slug: "painter", name: "Painter" }, pictures("one.png", "two.svg"));
  const received = submissionOf(await deliver(endpoint, body));
  expect(received).toMatchObject({ status: "queued", progress: { outputs: 2, done: 0 } });
  const { status, progress, flags } = await until(received.id, (one) => one.status !== "queued");
  expect({ status, progress, flags }).toEqual({
    status: "active",
    progress: { outputs: 2, done: 2 },
    flags: [],
  });
  const { outputs } = await api.model(arena, "painter");
  const [first, second] = outputs.map(({ media_url }) => media_url ?? "");
  expect(first).toMatch(/^\/media\/[0-9a-f]{64}$/);
  const file = await call("GET", first ?? "");
  expect(file.status).toBe(200);
  expect(file.headers.get("content-type")).toBe("image/png");
  expect(file.headers.get("x-content-type-options")).toBe("nosniff");
  expect(file.headers.get("content-security-policy")).toContain("sandbox");
  expect(file.headers.get("cache-control")).toContain("immutable");
  expect(file.text).not.toContain("Painter");
  const drawing = await call("GET", second ?? "");
  expect(drawing.headers.get("content-type")).toBe("image/svg+xml");
  expect(drawing.text).not.toContain("Painter");
  const part = await call("GET", first ?? "", { headers: { range: "bytes=1-3" } });
  expect([part.status, part.text, part.headers.get("content-range")?.split("/")[0]]).toEqual([
    206,
    "PNG",
    "bytes 1-3",
  ]);
  const etag = file.headers.get("etag") ?? "";
  expect((await call("GET", first ?? "", { headers: { "if-none-match": etag } })).status).toBe(304);
  expectProblem(await call("GET", `/media/${"0".repeat(64)}`), "not_found");
  expectProblem(await call("GET", "/media/..%2f..%2fsecret"), "not_found");
  await expectSound(arena);
});

test("every file that cannot be had is named with its place, and nothing of the model is kept", async () => {
  const { arena, endpoint } = await begin();
  web({
    "/script.svg": () => new Response('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  });
  const { id } = submissionOf(
    await deliver(endpoint, submitted({ slug: "painter" }, pictures("script.svg", "gone.png"))),
  );
  const { status, errors } = await until(id, (one) => one.status === "rejected");
  expect(status).toBe("rejected");
  expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
    "/data/outputs/0/media_url media_svg_unsafe",
    "/data/outputs/1/media_url media_refused",
  ]);
  expect((await call("GET", `/v1/arenas/${arena}/models/painter`)).status).toBe(404);
  await expectSound(arena);
});

test("a file that is there already is a copy, and the operator is asked", async () => {
  const { endpoint } = await begin();
  web({ "/one.png": () => new Response(png("a")), "/two.png": () => new Response(png("b")) });
  const first = submissionOf(
    await deliver(endpoint, submitted({ slug: "first" }, pictures("one.png", "one.png"))),
  );
  await until(first.id, ({ status }) => status === "active");
  const second = submissionOf(
    await deliver(endpoint, submitted({ slug: "second" }, pictures("two.png", "two.png"))),
  );
  const { flags } = await until(second.id, ({ status }) => status === "validating");
  expect(flags.map(({ code }) => code)).toEqual(["output_copied", "output_copied"]);
});

test("addresses that lead inside are refused at once", async () => {
  const { endpoint } = await begin();
  const addresses = [
    "https://10.0.0.1/a",
    "https://0x7f000001/a",
    "https://017700000001/",
    "https://a.example:8443/b",
  ];
  for (const media_url of addresses) {
    const outputs = [
      { prompt: "p-1", media_url },
      { prompt: "p-2", content: "x" },
    ];
    const { status, errors } = submissionOf(await deliver(endpoint, submitted({}, outputs)));
    expect([status, errors[0]?.code, errors[0]?.pointer]).toEqual([
      "rejected",
      "address_refused",
      "/data/outputs/0/media_url",
    ]);
  }
});

const unsafeDrawings: [what: string, inner: string, attributes?: string][] = [
  ["a script", "<script>alert(1)</script>"],
  ["a prefixed script", "<x:script>alert(1)</x:script>"],
  ["a handler", "<path/>", 'onload="alert(1)"'],
  ["a handler in another element", '<image/onerror="x" />'],
  ["a foreign object", "<foreignObject><p/></foreignObject>"],
  ["a picture from elsewhere", '<image href="https://a.example/x.png"/>'],
  ["a picture from elsewhere by xlink", "<image xlink:href='//a.example/x.png'/>"],
  ["a style sheet from elsewhere", "<style>@import 'https://a.example/x.css'</style>"],
  ["an address in a style", '<path style="fill:url(https://a.example/x)"/>'],
  ["a link that runs", '<a href="javascript:alert(1)"><path/></a>'],
  ["a link that runs, spelled out", '<a href="&#106;avascript&colon;alert(1)"><path/></a>'],
  ["a handler set later", '<set attributeName="onload" to="alert(1)"/>'],
  ["a page as data", '<use href="data:image/svg+xml;base64,AAAA"/>'],
];

test.each(unsafeDrawings)("a drawing with %s is refused", (_, inner, attributes = "") => {
  const file = cleanFile(ascii(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`));
  expect(file).toMatchObject({ ok: false, code: "media_svg_unsafe" });
});

test("a drawing with an entity is refused, and a plain one with gradients and an inner picture is not", () => {
  const entity = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>';
  expect(cleanFile(ascii(entity))).toMatchObject({ ok: false });
  const plain =
    '<?xml version="1.0"?>\n<svg viewBox="0 0 9 9"><defs><linearGradient id="g"/></defs><rect fill="url(#g)"/>' +
    '<use href="#g"/><image href="data:image/png;base64,AAAA"/><text>On Monday = one</text></svg>\n';
  expect(cleanFile(ascii(plain))).toMatchObject({ ok: true, value: { type: "image/svg+xml" } });
});

const polyglots: [what: string, file: Uint8Array<ArrayBuffer>][] = [
  ["a picture with bytes behind its end", new Uint8Array([...png(), 1, 2, 3])],
  [
    "a picture with an archive behind its end",
    new Uint8Array([...png(), ...ascii(`PK\u0005\u0006${"\0".repeat(18)}`)]),
  ],
  ["a picture that is a page, too", png("<script>alert(1)</script>")],
  ["a picture that is a document, too", png("%PDF-1.7")],
  ["a GIF that is a program, too", ascii("GIF89a/*\u0001\0\0\0\0*/=1;<script>alert(1)</script>;")],
  ["a page", ascii("<!doctype html><html><body>hi</body></html>")],
  ["an archive", ascii("PK\u0003\u0004something")],
  ["a program", ascii("MZ\u0090\0")],
  ["a picture cut short", png().slice(0, 40)],
  ["a RIFF file that says another length", ascii("RIFF\u00ff\0\0\0WEBPVP8 \0\0\0\0")],
  ["nothing", new Uint8Array()],
];

test.each(polyglots)("%s is not stored", (_, file) => {
  expect(cleanFile(file)).toMatchObject({ ok: false });
});

const kinds: [type: string, file: Uint8Array<ArrayBuffer>, kept: Uint8Array<ArrayBuffer>][] = [
  ["image/png", png("Painter"), png()],
  [
    "image/jpeg",
    ascii(
      "\u00ff\u00d8\u00ff\u00e1\0\u0009Painter\u00ff\u00fe\0\u0005abc\u00ff\u00da\0\u0002xy\u00ff\0z\u00ff\u00d9",
    ),
    ascii("\u00ff\u00d8\u00ff\u00da\0\u0002xy\u00ff\0z\u00ff\u00d9"),
  ],
  [
    "image/gif",
    ascii("GIF89a\u0001\0\u0001\0\0\0\0!\u00fe\u0007Painter\0,\0\0\0\0\u0001\0\u0001\0\0\u0002\u0001x\0;"),
    ascii("GIF89a\u0001\0\u0001\0\0\0\0,\0\0\0\0\u0001\0\u0001\0\0\u0002\u0001x\0;"),
  ],
  [
    "image/webp",
    ascii("RIFF\u001e\0\0\0WEBPVP8 \u0002\0\0\0abEXIF\u0007\0\0\0Painter\0".replace("\u001e", "\u001e")),
    ascii("RIFF\u000e\0\0\0WEBPVP8 \u0002\0\0\0ab"),
  ],
  [
    "audio/wav",
    ascii("RIFF\u001c\0\0\0WAVEdata\u0002\0\0\0abLIST\u0006\0\0\0INFO12".replace("\u001c", "\u001c")),
    ascii("RIFF\u000e\0\0\0WAVEdata\u0002\0\0\0ab"),
  ],
  [
    "audio/mpeg",
    ascii("ID3\u0004\0\0\0\0\0\u0007Painter\u00ff\u00fb\u0090\0xyz"),
    ascii("\u00ff\u00fb\u0090\0xyz"),
  ],
  [
    "audio/ogg",
    ascii(`OggS${"\0".repeat(22)}\u0001\u0003abc`),
    ascii(`OggS${"\0".repeat(22)}\u0001\u0003abc`),
  ],
  [
    "video/mp4",
    ascii("\0\0\0\u0010ftypisom\0\0\0\0\0\0\0\u000cmdatabcd"),
    ascii("\0\0\0\u0010ftypisom\0\0\0\0\0\0\0\u000cmdatabcd"),
  ],
  [
    "video/webm",
    ascii("\u001aE\u00df\u00a3\u0084webm\u0018S\u0080g\u0082xy"),
    ascii("\u001aE\u00df\u00a3\u0084webm\u0018S\u0080g\u0082xy"),
  ],
];

test.each(kinds)("%s is known by its bytes and kept without what names its maker", (type, file, kept) => {
  const cleaned = cleanFile(file);
  if (!cleaned.ok) throw new Error(cleaned.detail);
  expect(cleaned.value.type).toBe(type);
  expect([...cleaned.value.bytes]).toEqual([...kept]);
});

test("a file of more than 24 MiB and a picture of more than 8 MiB are too large", () => {
  expect(cleanFile(new Uint8Array(24 * 1_048_576 + 1))).toMatchObject({ ok: false, code: "media_too_large" });
  const large = new Uint8Array(8 * 1_048_576 + 1);
  large.set(png());
  expect(cleanFile(large)).toMatchObject({ ok: false, code: "media_too_large" });
});

test("an operator uploads an output as a file", async () => {
  const { arena } = await begin();
  const upload = (fields: Record<string, string>, file: Uint8Array<ArrayBuffer> | null) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    if (file !== null) form.set("file", new Blob([file], { type: "text/html" }), "Painter-3000.html");
    return sendForm(arena, form);
  };
  await operator.addModels(arena, { slug: "painter" });
  const good = await upload({ model: "painter", prompt: "p-1", score: "0.5" }, png("Painter"));
  expect([good.status, read(good)]).toEqual([201, { accepted: 1, unchanged: 0, errors: [] }]);
  const { outputs } = await api.model(arena, "painter");
  expect(outputs).toEqual([expect.objectContaining({ score: 0.5, content: null, prompt: "p-1" })]);
  expect((await call("GET", outputs[0]?.media_url ?? "")).headers.get("content-type")).toBe("image/png");
  await withoutTrace(arena, async () => {
    const place = { model: "painter", prompt: "p-2" };
    expectProblem(await upload(place, ascii("<!doctype html><html>")), "media_invalid", "/file");
    expectProblem(await upload(place, null), "schema_invalid", "/file");
    expectProblem(await upload({ prompt: "p-2" }, png()), "schema_invalid", "/model");
    expectProblem(await upload({ ...place, score: "high" }, png()), "schema_invalid", "/score");
    expectProblem(await upload({ ...place, model: "nobody" }, png()), "import_rows_invalid", "/model");
    const type = "multipart/form-data; boundary=x";
    const broken = await operate("POST", `/v1/arenas/${arena}/outputs`, { body: "no form", type });
    expectProblem(broken, "schema_invalid");
  });
});

async function sendForm(arena: string, form: FormData): Promise<Answer> {
  const sent = new Response(form);
  const type = sent.headers.get("content-type") ?? "";
  return operate("POST", `/v1/arenas/${arena}/outputs`, { body: await sent.arrayBuffer(), type });
}
