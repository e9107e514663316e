// Long steps are never silent: a live line on a terminal, a plain line every ten seconds elsewhere.

const plainLineEveryMs = 10_000;

/** @param {number} sinceMs @returns {string} such as `3 s` or `2 min 5 s` */
export function elapsed(sinceMs) {
  const seconds = Math.round((Date.now() - sinceMs) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Shows that something goes on, without an end of its own.
 * @param {string} title
 * @param {number} [startedMs]
 * @returns {() => void} stops the ticking
 */
export function tick(title, startedMs = Date.now()) {
  if (process.stdout.isTTY) {
    const draw = () => process.stdout.write(`\r\u001b[2K${title} ... ${elapsed(startedMs)}`);
    draw();
    const timer = setInterval(draw, 1000);
    return () => {
      clearInterval(timer);
      process.stdout.write("\r\u001b[2K");
    };
  }
  console.log(`${title} ...`);
  const timer = setInterval(() => console.log(`  ${title}, ${elapsed(startedMs)} so far`), plainLineEveryMs);
  return () => clearInterval(timer);
}

/**
 * Runs one step and shows that it is alive.
 * @template T
 * @param {string} title such as `Building the site`
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedMs = Date.now();
  const stop = tick(title, startedMs);
  try {
    const result = await work();
    stop();
    console.log(`${title}: done in ${elapsed(startedMs)}`);
    return result;
  } catch (error) {
    stop();
    console.log(`${title}: failed after ${elapsed(startedMs)}`);
    throw error;
  }
}

/**
 * Writes a line whenever a program that shows its own output has said nothing for a while.
 * @param {string} title
 * @returns {{heard: () => void, stop: () => void}} `heard` is told of every output
 */
export function fillSilence(title) {
  const startedMs = Date.now();
  const speak = () => console.log(`  ${title}, ${elapsed(startedMs)} so far`);
  const timer = process.stdout.isTTY ? undefined : setInterval(speak, plainLineEveryMs);
  return { heard: () => void timer?.refresh(), stop: () => clearInterval(timer) };
}
