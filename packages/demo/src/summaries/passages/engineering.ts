import { type Passage, paragraph } from "./passage.ts";

const category = "engineering";

/** Arches, lighthouse lenses, canal locks and a footbridge that swayed. */
export const engineering: readonly Passage[] = [
  {
    slug: "arches",
    category,
    text: paragraph(`
      Stone is strong when it is pressed and weak when it is pulled, and the arch is the shape that never
      pulls it. A stone beam laid across a gap sags a little under its own weight, so that its lower side is
      stretched, and if the gap is wide it cracks. In an arch every wedge leans on its neighbours and hands
      the load sideways and down, until it reaches the ground. The price is thrust. The feet of an arch push
      outwards all the time, and something heavy must push back: a hill, a thick pier, or the next arch in
      the row. Masons who forgot this saw their vaults open in the middle and fall. While it is being built
      an arch cannot stand at all, and so the carpenters came first and put up a wooden frame, the centring,
      on which the stones were laid from both sides. When the last stone was wedged in at the crown, the
      frame could be lowered, and the arch settled by a finger's breadth and carried itself. Robert Hooke
      found the best shape for it in the sixteen-seventies. Hang a chain between two nails, he said, and
      turn its curve upside down: as the chain is nothing but pull, the standing arch is nothing but push.`),
    reference: paragraph(`
      Stone is strong when pressed and weak when pulled, so an arch, in which every wedge leans on its
      neighbours, carries loads across a gap where a stone beam would crack. Its feet push outwards and
      something heavy must push back, and until the last stone is in it needs a wooden frame. The best
      shape, as Robert Hooke said, is a hanging chain turned upside down.`),
  },
  {
    slug: "lighthouse-lenses",
    category,
    text: paragraph(`
      For most of history a lighthouse was a fire on a tower. Coal, wood or candles burned in an iron
      basket, smoke hid the flame, and the greater part of the light went up to the stars or down to the
      rocks, where no sailor needed it. Polished mirrors behind the lamp helped, but they swallowed about
      half of what fell on them. A lens would waste far less. But a glass lens as large as a man would be so
      thick in the middle that it could be neither cast nor carried, and would drink up the light besides.
      In the early eighteen-twenties the French engineer Augustin Fresnel saw that only the surface of a
      lens bends light, and that the glass behind it is idle. He cut the idle glass away and kept the
      surface as a set of rings, each with the slope that the great lens would have had at that place. His
      first great apparatus was lit on the tower of Cordouan in 1823, and mariners saw it from more than
      thirty kilometres away. Later he added prisms above and below, which catch the straying rays and send
      them to the horizon too. Within a few decades such lenses stood on coasts all over the world. The same
      trick, pressed in plastic, now sits in reading cards and traffic signals.`),
    reference: paragraph(`
      Old lighthouses wasted most of their light, and a glass lens large enough would have been too thick to
      cast or carry. Augustin Fresnel saw that only the surface of a lens bends light, cut the idle glass
      away and kept a set of rings, with prisms to send straying rays to the horizon. Such lenses were soon
      on coasts all over the world.`),
  },
  {
    slug: "canal-locks",
    category,
    text: paragraph(`
      Boats do not climb hills, yet canals cross them. The trick is the lock, a chamber with a gate at
      either end that works like a slow lift. A boat going up enters at the bottom, the lower gates are shut
      behind it, and small sluices let water in from above until the chamber is full. Then the upper gates
      swing open and the boat glides out several metres higher than it came. No engine is needed, since the
      water runs downhill by itself. The gates are the cleverest part. They are a pair of doors that meet in
      a blunt point facing the higher water, so that the more the water presses, the more tightly they
      close. Drawings of such mitre gates by Leonardo da Vinci survive from the last years of the fifteenth
      century. Until the levels are equal no man on earth can pull them open, and as soon as they are equal
      a child can push them. But every passage sends a chamber full of water down the hill, and at the
      summit it must be replaced. That is why canal builders worried less about slopes than about springs,
      and dug great reservoirs on the heights. In a dry summer a canal could be closed for weeks, not for
      want of traffic but for want of something to pour.`),
    reference: paragraph(`
      Canals cross hills by locks, chambers with gates at either end in which water let in from above lifts
      a boat without any engine. The mitre gates meet in a point facing the higher water, so that its
      pressure closes them tightly. Every passage sends a chamber of water down the hill, so builders needed
      reservoirs at the summit.`),
  },
  {
    slug: "swaying-footbridge",
    category,
    text: paragraph(`
      When a new footbridge over the Thames was opened in London in June 2000, tens of thousands of people
      came to walk across it on the first day. The deck began to swing from side to side, some held on to
      the rails, and two days later the bridge was closed. The engineers had not forgotten anything that was
      in the books. Everyone knew that soldiers should break step on a bridge, because marching feet push it
      down in time with its own bounce. But these were strollers who kept no step, and the bridge did not
      bounce, it swayed. A walker also pushes a little to the left and to the right with every stride, and
      in a crowd such small pushes cancel out. That is true so long as the ground stands still. Once the
      deck moves sideways by a few millimetres, people spread their feet and fall into its rhythm without
      knowing it, as one does on a ship. Now the pushes add up instead of cancelling, the sway grows, and
      more people join in. Tests with volunteers showed that the thing happens suddenly, when the crowd
      passes a certain number. The cure was to fit dampers under the deck, which soak up the movement before
      it can gather the crowd. The bridge reopened in 2002 and has been steady since, and the books have a
      new chapter.`),
    reference: paragraph(`
      A new footbridge in London was closed in 2000 because it swayed from side to side under the crowd.
      Once the deck moves a little, people fall into its rhythm without knowing it, so that their sideways
      pushes add up instead of cancelling and the sway grows. Dampers under the deck, which soak up the
      movement, were the cure.`),
  },
];
