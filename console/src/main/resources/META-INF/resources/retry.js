// Trying again: after every failure, a little later each time.
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** Waits; ends at once when the signal is given. */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

/** Runs a task again and again, waiting longer after each failure in a row; the task tells when it has got through. */
export async function forever(signal, every, on, task) {
  for (let failures = 0; !signal.aborted;) {
    try {
      await task(() => { failures = 0; });
      failures = 0;
      on.well();
    } catch (fault) {
      if (signal.aborted) {
        return;
      }
      failures += 1;
      if (on.fault(fault) === 'stop') {
        return;
      }
    }
    const wait = failures ? Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1)) * (0.75 + Math.random() / 2) : every;
    await pause(wait, signal);
  }
}
