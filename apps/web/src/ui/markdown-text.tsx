import Markdown, { type Components } from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { htmlAsText } from "./html-as-text.ts";

interface Props {
  text: string;
  /** Stands where the model's text wants a picture; pictures from elsewhere are never loaded. */
  hiddenImage: string;
  /** False before a vote: links are shown as text, so that nothing leads away or gives a name away. */
  links: boolean;
}

const componentsOf = ({ hiddenImage, links }: Omit<Props, "text">): Components => ({
  img: ({ alt }) => (
    <span className="text-muted">
      {hiddenImage} {alt}
    </span>
  ),
  a: ({ href, children }) =>
    links ? (
      <a href={href} rel="nofollow noopener noreferrer" target="_blank">
        {children}
      </a>
    ) : (
      <span className="underline decoration-line">{children}</span>
    ),
  // Headings of an output are not headings of the page.
  h1: ({ children }) => <p className="font-semibold">{children}</p>,
  h2: ({ children }) => <p className="font-semibold">{children}</p>,
  h3: ({ children }) => <p className="font-semibold">{children}</p>,
  h4: ({ children }) => <p className="font-semibold">{children}</p>,
  h5: ({ children }) => <p className="font-semibold">{children}</p>,
  h6: ({ children }) => <p className="font-semibold">{children}</p>,
  input: ({ checked }) => <span aria-hidden="true">{checked ? "☑ " : "☐ "}</span>,
});

/** A model's text: Markdown without raw HTML, which is shown as the text it is. */
export default function MarkdownText({ text, hiddenImage, links }: Props) {
  return (
    <div className="markdown" dir="auto">
      <Markdown
        remarkPlugins={[remarkGfm, htmlAsText]}
        rehypePlugins={[rehypeSanitize]}
        components={componentsOf({ hiddenImage, links })}
      >
        {text}
      </Markdown>
    </div>
  );
}
