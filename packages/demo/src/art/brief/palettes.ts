import type { Palette } from "./palette.ts";

/** The colours that go with a subject. */
export const palettes = {
  sea: {
    ground: "#14242e",
    inks: ["#1f3d4a", "#2f6272", "#5a92a0", "#a9c8c9", "#eef1e8"],
    accent: "#e0a43a",
  },
  city: {
    ground: "#0e1330",
    inks: ["#1b2350", "#34407c", "#6259a3", "#cf7b98", "#ffd58a"],
    accent: "#ff9e4f",
  },
  roots: {
    ground: "#f3ead9",
    inks: ["#dcc7a1", "#b99a6b", "#7d8a55", "#5a4a34", "#33261b"],
    accent: "#b5482a",
  },
  snow: {
    ground: "#eef3f7",
    inks: ["#d3e1eb", "#b0c9da", "#80a3bf", "#4a7092", "#233d5a"],
    accent: "#d9694f",
  },
  embers: {
    ground: "#140c0b",
    inks: ["#3a130f", "#7a1f14", "#c33c17", "#f27b22", "#ffd27a"],
    accent: "#fff1c9",
  },
  garden: {
    ground: "#f6f3e4",
    inks: ["#cfdcae", "#8fb573", "#4c8a55", "#e58aa0", "#c23b62"],
    accent: "#f2b63c",
  },
  grass: {
    ground: "#f4efcf",
    inks: ["#dcd596", "#b3b85a", "#7f9a3f", "#4a7340", "#224a37"],
    accent: "#d9772b",
  },
  glass: {
    ground: "#15101f",
    inks: ["#2b2f77", "#1f63ad", "#7a2f8f", "#c9283f", "#f4b63a"],
    accent: "#4fb39a",
  },
  desert: {
    ground: "#fbe9cb",
    inks: ["#f5cf95", "#eaa765", "#d67a45", "#a84e33", "#5e2a2a"],
    accent: "#2f7f8c",
  },
  rain: {
    ground: "#e1e5e4",
    inks: ["#c3cbcd", "#94a3a9", "#65777f", "#3e4f59", "#222e38"],
    accent: "#c4532f",
  },
  honey: {
    ground: "#fff3d0",
    inks: ["#ffdf8a", "#f8bd2f", "#d98a12", "#7a4a12", "#241a12"],
    accent: "#5d8aa8",
  },
  moon: {
    ground: "#0d1f1d",
    inks: ["#163832", "#22574a", "#4a8a72", "#a5c9ae", "#eef5df"],
    accent: "#cfd8ff",
  },
  parchment: {
    ground: "#efe2c4",
    inks: ["#c9d3bd", "#9dbcb0", "#d8b98a", "#9a6a42", "#4a3524"],
    accent: "#b03a2e",
  },
  shell: {
    ground: "#fbefe8",
    inks: ["#f6d9cd", "#eeb8ac", "#d98f92", "#a2687f", "#5b4262"],
    accent: "#6fb0a8",
  },
  market: {
    ground: "#fbf3e6",
    inks: ["#f2c14e", "#f08a4b", "#e0475b", "#2a9d8f", "#264a73"],
    accent: "#7b3f8c",
  },
  sky: {
    ground: "#0a0a1e",
    inks: ["#191a45", "#35307d", "#6c4bb0", "#5fb0d8", "#f0f4ff"],
    accent: "#ffb46b",
  },
} satisfies Record<string, Palette>;

/** The subjects that have colours. */
export type PaletteName = keyof typeof palettes;
