import path from "node:path";
import { describe, expect, it } from "vitest";
import { WrongInput } from "./failure.mjs";
import { startOptions } from "./options.mjs";
import { root } from "./paths.mjs";

describe("the options of npm start", () => {
  it("default to port 8787, the project's .agon folder, a build, the demo, the site and no limits", () => {
    expect(startOptions([])).toEqual({
      port: 8787,
      state: path.join(root, ".agon"),
      demo: true,
      build: true,
      site: true,
      limits: false,
    });
  });

  it("start a relative state folder where the command was given, not in the project", () => {
    expect(startOptions(["--state", "here"], "/somewhere").state).toBe("/somewhere/here");
    expect(startOptions(["--state", "/there"], "/somewhere").state).toBe("/there");
  });

  it("turn the demo, the build and the site off and the limits on", () => {
    const options = startOptions(["--empty", "--no-build", "--no-site", "--limits", "--port=9000"]);
    expect(options).toMatchObject({ demo: false, build: false, site: false, limits: true, port: 9000 });
  });

  it.each(["0", "65536", "-1", "8787x", "1e3", " 80", ""])("refuse %j as a port", (port) => {
    expect(() => startOptions([`--port=${port}`])).toThrow(WrongInput);
  });

  it("refuse an unknown option and say how it goes", () => {
    expect(() => startOptions(["--prot", "1"])).toThrow(/--prot.*npm start -- \[--port N\]/);
    expect(() => startOptions(["stray"])).toThrow(WrongInput);
  });
});
