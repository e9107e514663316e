import { describe, expect, it } from "vitest";
import { elementRelease } from "./element-release.ts";
import type { EmbedTarget } from "./embed-target.ts";
import {
  badgeSnippet,
  defaultColumns,
  type EmbedOptions,
  elementSnippet,
  framePath,
  frameSnippet,
  oembedAddress,
  shieldsAddress,
} from "./snippets.ts";

const origin = "https://agon.example";
const target: EmbedTarget = {
  kind: "leaderboard",
  id: "art",
  title: 'Art & <b> "words"',
  models: [{ slug: "m-1", name: "One" }],
};
const plain: EmbedOptions = {
  theme: "auto",
  limit: 10,
  columns: defaultColumns,
  highlight: "",
  lang: "en",
  live: true,
  compact: false,
  accent: "",
};

describe("snippets", () => {
  it("name only what differs from a frame's defaults", () => {
    expect(framePath(target, plain)).toBe("/embed/v1/leaderboard/art?limit=10");
    const chosen: EmbedOptions = {
      theme: "dark",
      limit: 5,
      columns: ["rank", "model"],
      highlight: "m-1",
      lang: "de",
      live: false,
      compact: true,
      accent: "#4f6228",
    };
    expect(framePath(target, chosen)).toBe(
      "/embed/v1/leaderboard/art?theme=dark&limit=5&columns=rank,model&highlight=m-1&lang=de&live=0&compact=1&accent=4f6228",
    );
  });

  it("escape titles, and hold no inline style and no inline script", () => {
    const snippets = [frameSnippet(origin, target, plain), elementSnippet(origin, target, plain)];
    for (const snippet of snippets) {
      expect(snippet).toContain("Art &amp; &lt;b&gt; &quot;words&quot;");
      expect(snippet).not.toMatch(/style=|onload=|<script>/);
    }
  });

  it("give the element by its release and fingerprint, with a link inside for readers without it", () => {
    const [script, element] = elementSnippet(origin, target, plain).split("\n");
    expect(script).toContain(`src="${origin}${elementRelease.path}" integrity="${elementRelease.integrity}"`);
    expect(element).toMatch(
      /^<agon-leaderboard arena="art" limit="10" lang="en"><a href="https:\/\/agon.example\/a\/art">/,
    );
  });

  it("give badges as Markdown, and the addresses for shields.io and oEmbed", () => {
    expect(badgeSnippet(origin, { ...target, title: "Art [1]" }, "m-1", "dark")).toBe(
      "[![Art 1](https://agon.example/badge/art/m-1.svg?theme=dark)](https://agon.example/a/art)",
    );
    expect(shieldsAddress(origin, target, "m-1")).toContain(
      "url=https%3A%2F%2Fagon.example%2Fbadge%2Fart%2Fm-1.json",
    );
    expect(oembedAddress(origin, "/a/art", "xml")).toBe(
      "https://agon.example/oembed?format=xml&url=https%3A%2F%2Fagon.example%2Fa%2Fart",
    );
  });
});
