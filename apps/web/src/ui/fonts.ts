import localFont from "next/font/local";

// The Latin subsets: 36 KB and 47 KB. `adjustFontFallback` sizes the fallback face, so that nothing jumps.
export const fraunces = localFont({
  src: "../../../../node_modules/@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--fraunces",
  display: "swap",
  adjustFontFallback: "Times New Roman",
});

export const inter = localFont({
  src: "../../../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--inter",
  display: "swap",
  adjustFontFallback: "Arial",
});
