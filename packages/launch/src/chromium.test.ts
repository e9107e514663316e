import { expect, it } from "vitest";
import { chromiumCandidates } from "./chromium.mjs";

it("the browser that was named comes before those on the PATH", () => {
  const candidates = chromiumCandidates({ CHROME_PATH: "/opt/chrome", PATH: "/usr/bin:/bin" });
  expect(candidates.slice(0, 3)).toEqual(["/opt/chrome", "/usr/bin/chromium", "/bin/chromium"]);
  expect(candidates).toContain("/bin/google-chrome");
});

it("an empty name counts as none", () => {
  expect(chromiumCandidates({ CHROME_PATH: "", AGON_CHROMIUM: "", PATH: "" })[0]).toMatch(/^\/Applications/);
});
