// G. West, "Better approximations to cumulative normal functions" (2005), after J. F. Hart: about
// 1e-15 in the middle and a continued fraction in the tail, so the ratio density/probability holds.

const NUMERATOR = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const DENOMINATOR = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

/** P(Z > z) / exp(-z^2 / 2) for z >= 0: finite however far the tail. */
function scaledTail(z: number): number {
  if (z < 7.07106781186547) return polynomial(NUMERATOR, z) / polynomial(DENOMINATOR, z);
  const fraction = z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))));
  return 1 / (fraction * Math.sqrt(2 * Math.PI));
}

/** P(Z <= z) of a standard normal Z. */
export function normalCdf(z: number): number {
  const tail = scaledTail(Math.abs(z)) * Math.exp(-0.5 * z * z);
  return z > 0 ? 1 - tail : tail;
}

/** Density of a standard normal. */
export const normalDensity = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** density(z) / cdf(z), the mean shift of a truncated normal; about -z far below zero. */
export function inverseMills(z: number): number {
  if (z > 0) return normalDensity(z) / normalCdf(z);
  return 1 / (scaledTail(-z) * Math.sqrt(2 * Math.PI));
}
