"use client";
import { useEffect, useRef } from "react";
import { elementRelease } from "./element-release.ts";
import type { EmbedTarget } from "./embed-target.ts";
import { type EmbedOptions, elementAttributes, elementName } from "./snippets.ts";

/** The script is loaded once, when somebody looks at an element. */
function loadElements(): void {
  if (document.querySelector(`script[src="${elementRelease.path}"]`)) return;
  const script = document.createElement("script");
  script.src = elementRelease.path;
  script.integrity = elementRelease.integrity;
  script.crossOrigin = "anonymous";
  document.head.append(script);
}

/** The element itself, exactly as the snippet writes it. */
export function ElementPreview({ target, options }: { target: EmbedTarget; options: EmbedOptions }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    loadElements();
    const element = document.createElement(elementName(target));
    for (const [name, value] of elementAttributes(target, options)) element.setAttribute(name, value);
    frame.current?.replaceChildren(element);
  }, [target, options]);
  return <div ref={frame} className="min-h-40 overflow-x-auto rounded-md border border-line" />;
}
