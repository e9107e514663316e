import { expect, it } from "vitest";
import { isSvg, pictureOf } from "./picture.ts";

it("knows a drawing behind a declaration and comments", () => {
  expect(isSvg('<?xml version="1.0"?>\n<!-- drawn -->\n<svg viewBox="0 0 1 1"/>')).toBe(true);
  expect(isSvg("Here is an <svg> for you")).toBe(false);
});

it("shows a drawing only as the address of a picture, with every sign escaped", () => {
  const address = pictureOf({ content: '<svg onload="x()">#</svg>', media_url: null });
  expect(address).toMatch(/^data:image\/svg\+xml;charset=utf-8,%3Csvg%20onload%3D%22/);
  expect(address).not.toMatch(/[<>"#]/);
});

it("does not load media from other hosts", () => {
  expect(pictureOf({ content: null, media_url: "https://elsewhere.example/a.png" })).toBeNull();
  expect(pictureOf({ content: null, media_url: "//elsewhere.example/a.png" })).toBeNull();
  expect(pictureOf({ content: null, media_url: "/media/a.png" })).toBe("/media/a.png");
});
