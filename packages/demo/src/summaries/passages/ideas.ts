import { type Passage, paragraph } from "./passage.ts";

const category = "history of ideas";

/** Zero, flat maps and the map of an epidemic. */
export const ideas: readonly Passage[] = [
  {
    slug: "zero",
    category,
    text: paragraph(`
      It is easy to count three sheep and hard to see why anyone should count none. The scribes of Babylon,
      who wrote numbers by position as we do, at first left a gap where a place was empty, and readers had
      to guess how wide it was. Later they put two slanting wedges into the gap, but these were a mark of
      punctuation and never stood alone. The Greeks, who were great geometers, had little use for a length
      that was no length. It was in India that the empty place became a number. In the year 628 the
      astronomer Brahmagupta set down rules for it: a number less itself is zero, a number and zero is the
      number, a number times zero is zero. He stumbled only over division, as everybody has done who tried.
      From India the ten figures travelled to Baghdad, and from there along the trade routes to North
      Africa, where a merchant's son from Pisa learned them as a boy. His book of 1202 taught Italy to
      reckon with pen and paper instead of beads. Not all were pleased. In 1299 the money-changers of
      Florence were forbidden to use the new figures in their ledgers, because a nought is so easily turned
      into a six. Zero had to wait, but not for long, since nobody who had once multiplied with it wished to
      go back.`),
    reference: paragraph(`
      Babylonian scribes marked an empty place in a number, but in India zero itself became a number, for
      which Brahmagupta set down rules in 628. From there the ten figures travelled by Baghdad and North
      Africa to Italy, where a book of 1202 taught people to reckon with pen and paper. They were distrusted
      at first, but nobody who had used zero wished to go back.`),
  },
  {
    slug: "flat-maps",
    category,
    text: paragraph(`
      Peel an orange in one piece and try to press the skin flat on the table. It tears, or it wrinkles, and
      every mapmaker has met the same trouble. In 1569 Gerard Mercator drew a map of the world for sailors,
      on which a course of constant compass bearing is a straight line. To keep his angles true he had to
      stretch the lands more and more towards the poles, so that Greenland looks as large as Africa, which
      is in truth fourteen times its size. Other maps keep areas right and let shapes suffer: their
      continents hang down like wet washing. Still others keep the distances from one chosen city and spoil
      everything else. For centuries it seemed that a cleverer drawing might be found. Then, in 1827, Carl
      Friedrich Gauss proved that it cannot. The curvature of a surface, he showed, can be measured from
      within it, by the angles and lengths alone, and bending does not change it. A sphere has curvature and
      a table has none, so no flat map can keep all lengths. Every map of the world is therefore a choice
      about what to get wrong. The question to ask of a map is not whether it is true but what it is for.`),
    reference: paragraph(`
      Every flat map of the world must get something wrong: Mercator kept angles true for sailors but
      stretched the lands towards the poles, and other maps keep areas or distances and spoil the rest.
      Gauss proved in 1827 that no flat map of a sphere can keep all lengths, because bending does not
      change curvature. The question to ask of a map is what it is for.`),
  },
  {
    slug: "the-pump",
    category,
    text: paragraph(`
      In the late summer of 1854 cholera broke out in the London district of Soho, and within ten days more
      than five hundred people were dead. Most doctors of the time believed that the disease was carried by
      foul air rising from sewers and graves. John Snow, a physician who knew a good deal about gases, did
      not. A poison breathed in, he argued, should begin in the lungs, but cholera begins in the gut, and so
      it must be swallowed. He went from house to house and asked where the dead had fetched their water.
      Nearly all the deaths lay around one pump in Broad Street. The exceptions were what convinced him. The
      men of the brewery close by had drunk beer and stayed well, while a widow miles away in Hampstead had
      died, and it turned out that she had a bottle of that pump's water brought to her every day because
      she liked its taste. Snow persuaded the parish to take off the handle of the pump. The epidemic was
      already waning, and he said so himself. Yet the map on which he later marked every death with a small
      black bar became the model of a new science, which looks for the cause of a disease by asking who
      falls ill, where, and who does not.`),
    reference: paragraph(`
      When cholera broke out in Soho in 1854, most doctors blamed foul air, but John Snow argued that the
      disease must be swallowed. Asking from house to house where the dead had fetched their water, he found
      that nearly all deaths lay around one pump in Broad Street, and had its handle taken off. His map
      became the model of a new science that looks for the cause of a disease by asking who falls ill and
      where.`),
  },
];
