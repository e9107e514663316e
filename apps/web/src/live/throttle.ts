export interface Throttled {
  (): void;
  cancel(): void;
}

/** Runs `work` at once, then at most every `gapMs`; calls in between become one call at the end of the gap. */
export function throttle(work: () => void, gapMs: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const run = () => {
    again = false;
    work();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) run();
    }, gapMs);
  };
  const throttled = () => {
    if (timer === undefined) run();
    else again = true;
  };
  throttled.cancel = () => {
    clearTimeout(timer);
    timer = undefined;
    again = false;
  };
  return throttled;
}
