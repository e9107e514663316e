/** Rating points in one nat of log-odds, so that 400 points are odds of ten to one. */
export const SCALE = 400 / Math.LN10;

/** The rating that the average rated model gets. */
export const CENTRE = 1000;

/** Rating of a centred log-strength in nats. */
export const ratingOf = (theta: number): number => CENTRE + SCALE * theta;

/** Centred log-strength in nats of a rating. */
export const thetaOf = (rating: number): number => (rating - CENTRE) / SCALE;

/** Probability that a model beats another one that lies `difference` nats below it, ties left out. */
export const winProbability = (difference: number): number => 1 / (1 + Math.exp(-difference));
