import { type Passage, paragraph } from "./passage.ts";

const category = "natural history";

/** Swifts, lichens, barnacles and eels. */
export const naturalHistory: readonly Passage[] = [
  {
    slug: "swifts",
    category,
    text: paragraph(`
      The common swift spends more of its life in the air than any other bird we know. Small recorders
      carried on the back have shown that some swifts stay aloft for ten months without landing once. They
      eat, drink, gather feathers and even mate on the wing. At dusk many of them climb to two or three
      thousand metres, and it is thought that they sleep in short spells during the slow glide back down.
      Everything about the body serves this life. The wings are long and curved like a sickle, the tail is
      short, and the legs are so small that old writers believed the bird had no feet. Only the nest brings
      a swift to a standstill. It is a shallow cup of straw and feathers glued together with spit, hidden
      under a roof tile or in a crack of an old wall. A young bird prepares for departure by doing press-ups
      on its wing tips until its weight is right. Then it drops from the hole, and it may not touch anything
      solid again for two years. When old houses are repaired the cracks are closed, and returning swifts
      beat against a wall that used to be their door. A hollow brick under the eaves is enough to let them
      stay.`),
    reference: paragraph(`
      The common swift lives in the air: some birds stay aloft for ten months without landing, and they eat,
      drink, mate and probably sleep on the wing. Only the nest, hidden under a roof tile or in a wall,
      brings them to a standstill. Repairs to old houses close these cracks, but a hollow brick lets the
      swifts stay.`),
  },
  {
    slug: "lichens",
    category,
    text: paragraph(`
      Look closely at an old gravestone and you will find it covered with grey, orange and sulphur-coloured
      patches. Some are as flat as paint, some stand up like tiny shrubs, and some hang from twigs like
      beards. For a long time botanists filed them among the mosses, or treated them as plants of a simple
      kind. In the eighteen-sixties the Swiss botanist Simon Schwendener put thin slices under his
      microscope and saw something that nobody wished to believe. The colourless threads were those of a
      fungus, and the green cells held between them were algae. His critics laughed at the romance of a
      captive maiden and a tyrant master. They were wrong. A lichen is not one organism but a partnership of
      at least two, in which the fungus builds the house and the alga cooks the food. The fungus gives
      shelter from drought and fierce light, and takes in return sugar that the alga makes from sunlight.
      Together the partners can live where neither could live alone: on bare rock, on desert soil, on the
      coldest mountains. They pay for this with slowness, and many a patch on a gravestone has grown less
      than a millimetre a year. Because they drink straight from rain and air, many of them also die quickly
      where the air is foul, which makes them honest witnesses of pollution.`),
    reference: paragraph(`
      A lichen is a partnership of a fungus and an alga, as Simon Schwendener discovered against much
      disbelief: the fungus gives shelter and the alga makes sugar from sunlight. Together they live where
      neither could live alone, although they grow very slowly. Because they die where the air is foul,
      lichens are witnesses of pollution.`),
  },
  {
    slug: "barnacles",
    category,
    text: paragraph(`
      Anyone who walks down a rocky shore at low tide crosses a series of bands as clear as the stripes of a
      flag. On many coasts of Scotland two barnacles make two of these bands, a small species above and a
      larger one below. The young of both drift in the sea and settle over much the same stretch of rock.
      Why, then, do the grown animals live apart? In the nineteen-fifties the ecologist Joseph Connell found
      an answer with a glass plate, a pin and a great deal of patience. He mapped every barnacle on chosen
      stones, removed one species from half of each stone, and came back month after month to look. Where
      the larger barnacle was taken away, the smaller one lived happily far down the shore. Where both were
      left, the larger grew under its neighbour and levered it off the rock, or simply crushed it. The
      smaller species was safe only high up, where its rival dried out between tides. The experiment showed
      that the upper edge of a band is set by the weather and the lower edge by a competitor. Its method
      mattered even more than its result. Ecologists had long explained what they saw by looking, and now
      they began to explain it by taking something away.`),
    reference: paragraph(`
      Two barnacles live in separate bands on rocky shores although their young settle on the same rock.
      Joseph Connell removed one species and showed that the larger barnacle crushes the smaller low on the
      shore but dries out higher up, so the upper edge of a band is set by weather and the lower edge by a
      competitor. His experiment taught ecologists to explain by taking something away.`),
  },
  {
    slug: "eels",
    category,
    text: paragraph(`
      Aristotle thought that eels were born of mud, since nobody had ever seen one with eggs. Two thousand
      years later the young Sigmund Freud cut open some four hundred of them in Trieste and came away little
      wiser. The riddle was so stubborn because the eel changes its body as other animals change their
      coats. What drifts in the ocean is a clear leaf with a tiny head, so unlike an eel that it was
      described as a fish of its own. Near the coast the leaf shrinks into a glass eel, which climbs the
      rivers, darkens, and lives for ten or twenty years as a yellow eel in ponds and ditches. Then, one
      autumn, its eyes grow large, its belly turns silver, its gut withers, and it goes back to the sea.
      From 1904 the Danish biologist Johannes Schmidt towed nets across the Atlantic in search of ever
      smaller larvae. After almost twenty years he reached the smallest in the Sargasso Sea and concluded
      that all European eels are born there. Tagged eels have since been followed on the journey of five
      thousand kilometres to that region. Yet to this day nobody has seen them spawn, and no egg has been
      found in the wild. A familiar animal keeps its last secret in the middle of the ocean.`),
    reference: paragraph(`
      The life of the eel was long a riddle because it changes its body from a leaf-like larva to a glass
      eel, a yellow eel in rivers and a silver eel that returns to the sea. Johannes Schmidt followed ever
      smaller larvae to the Sargasso Sea and concluded that European eels are born there. Nobody has yet
      seen them spawn.`),
  },
];
