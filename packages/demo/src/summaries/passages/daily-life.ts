import { type Passage, paragraph } from "./passage.ts";

const category = "daily life";

/** Sourdough and queues. */
export const dailyLife: readonly Passage[] = [
  {
    slug: "sourdough",
    category,
    text: paragraph(`
      Flour and water, left in a jar on the kitchen shelf, will begin to bubble after a few days. For most
      of the thousands of years that people have baked raised bread, this was the only way to make it rise.
      The bubbles come from wild yeasts, which were on the grain all along and breathe out gas as they eat.
      But the yeasts are not alone. For each of them there may be a hundred bacteria, which turn sugar into
      lactic and acetic acid, and it is the acid that gives the bread its name and its taste. The two kinds
      get on surprisingly well. In many doughs the bacteria eat a sugar that the yeast cannot digest, and
      the acid they make keeps moulds and strangers out, while the yeast does not mind it. The baker has
      only to feed them. Every day part of the dough is taken away and the rest is given fresh flour and
      water, and so a culture can be handed down for generations. Warmth favours a mild, milky sourness, and
      a cool, stiff dough a sharper one. The long fermentation does more than flavour the loaf. It breaks
      down substances that bind the minerals of the grain, so that the body can use them, and it keeps the
      bread fresh for days longer than the quick loaf of baker's yeast.`),
    reference: paragraph(`
      Sourdough rises by wild yeasts from the grain, which live together with many bacteria whose acid gives
      the bread its taste and keeps moulds out. Fed every day with fresh flour and water, a culture can be
      handed down for generations. The long fermentation also frees minerals and keeps the bread fresh for
      longer.`),
  },
  {
    slug: "queues",
    category,
    text: paragraph(`
      The other queue always moves faster, and there is no magic in it. If three lines stand before three
      counters, each is equally likely to be the quickest, so in two cases out of three one of the others
      will beat you. We also notice the minutes in which we are overtaken and forget those in which we pass
      the others, because they are shorter. There is a simple cure. Let all the customers stand in one line,
      and let the first of them walk to whichever counter is free. The counters do the same work in the same
      time, and yet nobody is stuck behind the man who pays with a jar of coins. The average wait goes down,
      since no clerk is ever idle while somebody waits in another line. Above all the very long waits
      disappear, and it is the very long waits that people remember. Engineers who study telephone exchanges
      found these rules a century ago. They also found that waiting does not grow in step with the crowd: a
      counter that is busy half the time has hardly any queue, but one that is busy nineteen minutes in
      twenty has a long one. A little idleness is the price of a short line. Why, then, do shops keep
      separate lines? A single line looks terribly long from the door, although it moves three times as
      fast.`),
    reference: paragraph(`
      With three separate queues, one of the others will beat you in two cases out of three. One single line
      that feeds all counters is better: no clerk is idle while somebody waits, the average wait goes down
      and the very long waits disappear. Waiting grows steeply when counters are nearly always busy, so a
      little idleness is the price of a short line.`),
  },
];
