import { expect, it } from "vitest";
import { withDoubleDollars } from "./tex-delimiters.ts";

it("brings the ways of writing a formula to double dollars", () => {
  expect(withDoubleDollars("so \\(a+b\\) is")).toBe("so $$a+b$$ is");
  expect(withDoubleDollars("so $x^2$, then $n$.")).toBe("so $$x^2$$, then $$n$$.");
  expect(withDoubleDollars("then \\[ e = mc^2 \\] holds")).toBe("then \n\n$$\ne = mc^2\n$$\n\n holds");
});

it("leaves prices alone", () => {
  for (const text of ["from $5 to $10", "$20 and US$30", "costs $5-$7", "$PATH and $HOME", "a $ b $ c"])
    expect(withDoubleDollars(text)).toBe(text);
});

it("leaves code alone", () => {
  const code = "`echo $x_1$` and\n```sh\necho \\(a\\) $y_2$\n```\n";
  expect(withDoubleDollars(code)).toBe(code);
  expect(withDoubleDollars("```\n$a_1$ never closed")).toBe("```\n$a_1$ never closed");
});
