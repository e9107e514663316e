import type { DemoModel } from "../demo-arena.ts";
import type { DrawingProgram } from "./brief/brief.ts";
import { automatonWeave } from "./programs/automaton-weave.ts";
import { circlePacking } from "./programs/circle-packing.ts";
import { contourMap } from "./programs/contour-map.ts";
import { flowField } from "./programs/flow-field.ts";
import { harmonograph } from "./programs/harmonograph.ts";
import { lSystem } from "./programs/l-system.ts";
import { penroseTiling } from "./programs/penrose-tiling.ts";
import { phyllotaxis } from "./programs/phyllotaxis.ts";
import { reactionDiffusion } from "./programs/reaction-diffusion.ts";
import { ridgelines } from "./programs/ridgelines.ts";
import { spaceColonisation } from "./programs/space-colonisation.ts";
import { subdivision } from "./programs/subdivision.ts";
import { truchetTiles } from "./programs/truchet-tiles.ts";
import { voronoiMosaic } from "./programs/voronoi-mosaic.ts";

/** A competitor of the image arena and the function that it is. */
interface ArtModel extends DemoModel {
  program: DrawingProgram;
}

function model(
  program: DrawingProgram,
  about: Pick<DemoModel, "slug" | "name" | "family" | "description" | "url">,
): ArtModel {
  return { ...about, organization: "Agon demo", license: "MIT", program };
}

/** The drawing programs, those that work alike next to each other. */
export const artModels: readonly ArtModel[] = [
  model(flowField, {
    slug: "flow-field",
    name: "Flow field",
    family: "field",
    description: "Evenly spaced lines that follow a field of wind (Jobard & Lefer, 1997).",
  }),
  model(contourMap, {
    slug: "contour-map",
    name: "Contour map",
    family: "field",
    description: "The layered heights of a made-up country, by fractal noise and marching squares.",
  }),
  model(ridgelines, {
    slug: "ridgelines",
    name: "Ridgelines",
    family: "field",
    description: "Stacked profiles of a landscape of noise, each hiding what stands behind it.",
  }),
  model(spaceColonisation, {
    slug: "space-colonisation",
    name: "Space colonisation",
    family: "growth",
    description: "A tree whose shoots grow towards free places (Runions, Lane & Prusinkiewicz, 2007).",
  }),
  model(lSystem, {
    slug: "l-system",
    name: "L-system",
    family: "growth",
    description: "A stand of plants grown by rewriting rules (Prusinkiewicz & Lindenmayer, 1990).",
  }),
  model(phyllotaxis, {
    slug: "phyllotaxis",
    name: "Phyllotaxis",
    family: "growth",
    url: "https://doi.org/10.1016/0025-5564(79)90080-4",
    description: "A flower head with every floret at the golden angle (Vogel, 1979).",
  }),
  model(voronoiMosaic, {
    slug: "voronoi-mosaic",
    name: "Voronoi mosaic",
    family: "tiling",
    description: "Stones around scattered sites, evened out by Lloyd's relaxation.",
  }),
  model(truchetTiles, {
    slug: "truchet-tiles",
    name: "Truchet tiles",
    family: "tiling",
    description: "Wandering bands on square tiles of three sizes (Carlson, 2018).",
  }),
  model(penroseTiling, {
    slug: "penrose-tiling",
    name: "Penrose tiling",
    family: "tiling",
    description: "Two rhombs that fill the plane and never repeat (Penrose, 1978).",
  }),
  model(subdivision, {
    slug: "subdivision",
    name: "Subdivision",
    family: "tiling",
    description: "Rectangles cut again and again, each with a plain figure.",
  }),
  model(circlePacking, {
    slug: "circle-packing",
    name: "Circle packing",
    family: "packing",
    description: "Discs thrown at random, each as large as the room it finds.",
  }),
  model(automatonWeave, {
    slug: "automaton-weave",
    name: "Automaton weave",
    family: "simulation",
    description: "A cloth with the history of an elementary cellular automaton as its draft (Wolfram, 1983).",
  }),
  model(reactionDiffusion, {
    slug: "reaction-diffusion",
    name: "Reaction-diffusion",
    family: "simulation",
    url: "https://doi.org/10.1126/science.261.5118.189",
    description: "Contours of two substances that feed on each other (Pearson, 1993).",
  }),
  model(harmonograph, {
    slug: "harmonograph",
    name: "Harmonograph",
    family: "simulation",
    description: "One line drawn by a pen on slowing pendulums.",
  }),
];
