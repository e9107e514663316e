import { type Passage, paragraph } from "./passage.ts";

const category = "crafts";

/** Dry stone walls, indigo and hand-made paper. */
export const crafts: readonly Passage[] = [
  {
    slug: "dry-stone-walls",
    category,
    text: paragraph(`
      A dry stone wall is held up by nothing but weight and friction, and a good one stands for two hundred
      years. The waller begins by digging down to firm ground and laying the largest stones in two rows. On
      these rise two faces that lean towards each other, so that the wall is about half as wide at the top
      as at the foot. Each stone is set with its length into the wall, not along it, and each covers the
      joint between the two below. The space between the faces is packed tightly with small stones called
      hearting. Bad wallers shovel the hearting in, and their walls bulge within a few winters. At knee
      height and again at the waist come the through stones, long enough to tie one face to the other. A row
      of heavy cope stones on edge locks the top and throws off the rain. Because there is no mortar, water
      drains through instead of freezing inside, and the ground may settle without cracking anything. The
      gaps give lodging to wrens, slow-worms, snails and ferns. When a stretch falls down at last, the
      stones lie ready at its foot and the wall can be built again from itself. Wallers say that you should
      never put down a stone you have picked up, for there is always a place that it fits.`),
    reference: paragraph(`
      A dry stone wall is held up by weight and friction: two faces of stones lean towards each other,
      packed with hearting, tied by through stones and locked by cope stones. Without mortar, water drains
      through and the ground may settle without harm. Such a wall stands for two hundred years and can be
      built again from its own stones.`),
  },
  {
    slug: "indigo",
    category,
    text: paragraph(`
      Visitors to a dye works are often puzzled when the dyer lifts a dripping cloth from the vat of blue
      and it is yellow. Within a breath it turns green, and in a few minutes it is blue. No other dye of the
      old world behaves like this, and the reason is that indigo does not dissolve in water. Stirred into a
      bucket it sinks like sand and colours nothing. To bring it into the cloth, the dyer must first reduce
      it, as chemists say, in a vat where no oxygen is left. In the old way this is done by bacteria, which
      live in the warm vat and are fed with bran, madder or dates, and kept content with lime or ash. The
      dyer judges the vat by its smell, by the coppery skin on the surface and by the taste on the tip of
      the tongue. Reduced, the pigment becomes a pale yellow substance that dissolves easily and creeps into
      every fibre. Lifted into the air it meets oxygen again, turns blue, and is once more a solid that
      water cannot move. The colour is thus not soaked into the cloth but locked inside it as tiny grains.
      One dip gives the blue of a pale sky. A midnight blue needs ten or twenty dips, with a rest in the air
      after each, and so the darkest cloth was also the dearest.`),
    reference: paragraph(`
      Indigo does not dissolve in water, so the dyer must first reduce it in a vat without oxygen, in the
      old way by bacteria. The pale yellow substance creeps into every fibre, and lifted into the air it
      turns blue and solid, locked inside the cloth. Dark blue needs many dips.`),
  },
  {
    slug: "hand-made-paper",
    category,
    text: paragraph(`
      The sound of a paper mill before machines was the thump of wooden hammers, day and night, beating rags
      into pulp. Old linen was the best, and ragmen walked from door to door to collect it. Beaten long
      enough in water, the threads fall apart into fibres too small to see, which drift in the vat like a
      thin soup. The vatman dips a mould into this soup, a sieve of fine wires in a wooden frame, lifts it
      level, and gives it a shake to the right and to the left. In those few seconds the sheet is made. The
      water runs out through the wires, and the shake locks the fibres across each other in all directions.
      A second man turns the wet sheet out upon a felt, and a third presses the pile until it can be lifted
      by its corners. No glue is needed, because fibres of plants that dry in close contact hold fast to
      each other. The wires leave their pattern in the sheet, thinner where they lay, and a figure bent of
      wire leaves a watermark. Hold an old letter against the window and you see the mould on which it was
      made. Such paper, clean and without acid, is often whiter after five hundred years than the newspaper
      of last summer.`),
    reference: paragraph(`
      Before machines, paper was made from linen rags beaten in water into a thin soup of fibres. The vatman
      dips a mould, a sieve of wires, and the shake locks the fibres across each other, so that the sheet
      needs no glue. The wires leave their pattern and a watermark, and such paper without acid lasts five
      hundred years.`),
  },
];
