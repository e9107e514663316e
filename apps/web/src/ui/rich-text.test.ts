import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import Formula from "./formula.tsx";
import HighlightedCode from "./highlighted-code.tsx";

const formula = (tex: string) => renderToStaticMarkup(createElement(Formula, { tex, display: false }));
const code = (text: string, language: string | null) =>
  renderToStaticMarkup(createElement(HighlightedCode, { text, language }));

describe("a formula", () => {
  it("becomes MathML", () => {
    expect(formula("\\frac{a}{b}")).toContain("<mfrac>");
  });

  it("is shown as it was written when it is none", () => {
    expect(formula("\\frac{a")).toBe("<code>\\frac{a</code>");
  });

  it("makes no link, picture, class or markup of its own", () => {
    for (const tex of [
      "\\href{javascript:alert(1)}{x}",
      "\\includegraphics{https://example.org/x.png}",
      "\\htmlClass{evil}{x}",
      "\\text{<img src=x onerror=alert(1)>}",
      "<script>alert(1)</script>",
    ])
      expect(formula(tex)).not.toMatch(/<a |<img|<script|class="[^"]*evil|href=/);
  });

  it("ends when its macros would not", () => {
    expect(formula("\\def\\a{\\a\\a}\\a")).toContain("<code>");
  });
});

describe("code", () => {
  it("is told apart by its parts", () => {
    expect(code("let a = 'b'; // c", "js")).toBe(
      '<code><span class="hljs-keyword">let</span> a = <span class="hljs-string">&#x27;b&#x27;</span>; <span class="hljs-comment">// c</span></code>',
    );
  });

  it("is plain when its language is not known", () => {
    expect(code("<b>", "klingon")).toBe("<code>&lt;b&gt;</code>");
    expect(code("<b>", null)).toBe("<code>&lt;b&gt;</code>");
  });
});
