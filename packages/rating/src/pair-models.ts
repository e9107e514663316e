// Three laws of a duel's outcome, as functions of d = theta_i - theta_j and, for the last two, of a
// tie parameter eta. R. Bradley & M. Terry (1952); R. Davidson (1970); P. Rao & L. Kupper (1967).
// All are concave in (d, eta), so Newton's method finds the one maximum.

/** Derivatives of one outcome's log-probability; the second ones with their sign turned. */
export interface OutcomeTerms {
  log: number;
  d: number;
  eta: number;
  dd: number;
  dEta: number;
  etaEta: number;
}

export interface PairTerms {
  readonly win: OutcomeTerms;
  readonly loss: OutcomeTerms;
  readonly tie: OutcomeTerms;
}

export interface PairModel {
  /** Whether eta is estimated; Bradley-Terry has none and reads a tie as half a win for each. */
  readonly hasTie: boolean;
  readonly start: number;
  /** Fills `terms`; an eta outside the law's domain gives logs of -Infinity. */
  readonly terms: (d: number, eta: number, terms: PairTerms) => void;
  /** The tie parameter as its paper prints it. */
  readonly published: (eta: number) => number;
}

export const emptyOutcome = (): OutcomeTerms => ({ log: 0, d: 0, eta: 0, dd: 0, dEta: 0, etaEta: 0 });

export const emptyTerms = (): PairTerms => ({
  win: emptyOutcome(),
  loss: emptyOutcome(),
  tie: emptyOutcome(),
});

/** log(1 + e^x) without overflow. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Writes all six; mutates `to`. */
export function fillOutcome(
  to: OutcomeTerms,
  log: number,
  d: number,
  eta: number,
  dd: number,
  dEta: number,
  etaEta: number,
): void {
  to.log = log;
  to.d = d;
  to.eta = eta;
  to.dd = dd;
  to.dEta = dEta;
  to.etaEta = etaEta;
}

/** P(i beats j) = 1 / (1 + e^-d). */
export const bradleyTerry: PairModel = {
  hasTie: false,
  start: 0,
  published: () => 0,
  terms: (d, _eta, terms) => {
    const small = Math.exp(-Math.abs(d));
    const top = 1 / (1 + small);
    const [p, q] = d >= 0 ? [top, small * top] : [small * top, top];
    const logLoss = -Math.max(d, 0) - Math.log1p(small);
    fillOutcome(terms.win, logLoss + d, q, 0, p * q, 0, 0);
    fillOutcome(terms.loss, logLoss, -p, 0, p * q, 0, 0);
    fillOutcome(terms.tie, logLoss + d / 2, (q - p) / 2, 0, p * q, 0, 0);
  },
};

/** i : j : tie = p_i : p_j : nu sqrt(p_i p_j), eta = log nu. */
const davidson: PairModel = {
  hasTie: true,
  start: 0,
  published: Math.exp,
  terms: (d, eta, terms) => {
    const top = Math.max(Math.abs(d) / 2, eta);
    const total = Math.exp(d / 2 - top) + Math.exp(-d / 2 - top) + Math.exp(eta - top);
    const win = Math.exp(d / 2 - top) / total;
    const loss = Math.exp(-d / 2 - top) / total;
    const tie = Math.exp(eta - top) / total;
    const logTotal = top + Math.log(total);
    const mean = (win - loss) / 2;
    const dd = (win + loss) / 4 - mean * mean;
    fillOutcome(terms.win, d / 2 - logTotal, 0.5 - mean, -tie, dd, -mean * tie, tie * (1 - tie));
    fillOutcome(terms.loss, -d / 2 - logTotal, -0.5 - mean, -tie, dd, -mean * tie, tie * (1 - tie));
    fillOutcome(terms.tie, eta - logTotal, -mean, 1 - tie, dd, -mean * tie, tie * (1 - tie));
  },
};

/** P(i beats j) = p_i / (p_i + kappa p_j), kappa = e^eta > 1; what is left is the tie. */
const raoKupper: PairModel = {
  hasTie: true,
  start: 0.5,
  published: Math.exp,
  terms: (d, eta, terms) => {
    const a = sigmoid(eta - d);
    const b = sigmoid(eta + d);
    const curveA = a * (1 - a);
    const curveB = b * (1 - b);
    const inside = eta > 0;
    const gap = -Math.expm1(-2 * eta);
    const logTie = 2 * eta + Math.log(gap) - softplus(eta - d) - softplus(eta + d);
    const outside = Number.NEGATIVE_INFINITY;
    fillOutcome(terms.win, inside ? -softplus(eta - d) : outside, a, -a, curveA, -curveA, curveA);
    fillOutcome(terms.loss, inside ? -softplus(eta + d) : outside, -b, -b, curveB, curveB, curveB);
    const etaEta = (4 * Math.exp(-2 * eta)) / (gap * gap) + curveA + curveB;
    fillOutcome(
      terms.tie,
      inside ? logTie : outside,
      a - b,
      2 / gap - a - b,
      curveA + curveB,
      curveB - curveA,
      etaEta,
    );
  },
};

export type PairMethod = "bradley-terry" | "davidson" | "rao-kupper";

export const PAIR_MODELS: Readonly<Record<PairMethod, PairModel>> = {
  "bradley-terry": bradleyTerry,
  davidson,
  "rao-kupper": raoKupper,
};

/** Probabilities of a duel's three outcomes for the first of two models. */
export interface OutcomeProbabilities {
  readonly win: number;
  readonly loss: number;
  readonly tie: number;
}

/**
 * Outcome of a duel between models `difference` nats apart under a law with its published tie
 * parameter (Davidson's nu >= 0, Rao-Kupper's theta >= 1; Bradley-Terry ignores it).
 */
export function outcomeProbabilities(
  method: PairMethod,
  difference: number,
  tieParameter = 0,
): OutcomeProbabilities {
  const terms = emptyTerms();
  PAIR_MODELS[method].terms(difference, Math.log(tieParameter), terms);
  const [win, loss] = [Math.exp(terms.win.log), Math.exp(terms.loss.log)];
  return { win, loss, tie: Math.max(0, 1 - win - loss) };
}
