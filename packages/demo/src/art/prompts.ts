/** The subjects to be drawn. */
export const subjects: readonly { slug: string; text: string; category: string }[] = [
  { slug: "storm", text: "a storm over a calm sea", category: "weather" },
  { slug: "snow", text: "the first snow on a field", category: "weather" },
  { slug: "wind", text: "wind across tall grass", category: "weather" },
  { slug: "rain", text: "rain on a tin roof", category: "weather" },
  { slug: "city", text: "a city at night", category: "places" },
  { slug: "desert", text: "the desert at noon", category: "places" },
  { slug: "market", text: "a market full of people", category: "places" },
  { slug: "islands", text: "an old map of islands", category: "places" },
  { slug: "roots", text: "roots and branches", category: "living things" },
  { slug: "garden", text: "a garden in early summer", category: "living things" },
  { slug: "bees", text: "a swarm of bees", category: "living things" },
  { slug: "shell", text: "the inside of a shell", category: "living things" },
  { slug: "embers", text: "embers in the dark", category: "light" },
  { slug: "rose-window", text: "a rose window", category: "light" },
  { slug: "moonlight", text: "moonlight through leaves", category: "light" },
  { slug: "comet", text: "a comet among the stars", category: "light" },
];
