import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import MarkdownText from "./markdown-text.tsx";

const draw = (text: string, links = true) =>
  renderToStaticMarkup(createElement(MarkdownText, { text, links, hiddenImage: "[picture]" }));

it("draws paragraphs, emphasis, lists, code and tables", () => {
  const html = draw(
    "A *b* **c** ~~d~~ `e`\n\n- one\n- [x] two\n\n```js\nlet a < 1;\n```\n\n| h |\n|---|\n| 1 |",
  );
  expect(html).toContain("<p>A <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>");
  expect(html).toContain("☑ ");
  expect(html).toContain("<pre><code>let a &lt; 1;</code></pre>");
  expect(html).toContain('<th scope="col">h</th>');
});

it("shows raw HTML as the text it is", () => {
  const html = draw('<script>alert(1)</script>\n\nx <img src=x onerror="alert(1)">');
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain("&lt;script&gt;");
});

it("follows no address but http, https and mailto", () => {
  const html = draw(
    "[a](javascript:alert(1)) [b](data:text/html,x) [c](https://example.org) [d][r]\n\n[r]: vbscript:x",
  );
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain(
    '<a href="https://example.org" rel="nofollow noopener noreferrer" target="_blank">c</a>',
  );
});

it("loads no picture and, before the vote, has no link", () => {
  const html = draw("![alt](https://example.org/x.png) [c](https://example.org)", false);
  expect(html).not.toMatch(/<img|<a |example/);
  expect(html).toContain("[picture] alt");
});

it("keeps headings of an output out of the page's outline", () => {
  expect(draw("# Big")).not.toContain("<h1");
});
