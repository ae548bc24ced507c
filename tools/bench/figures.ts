// Turns timings into the rows that the benchmark prints: medians, 95th percentiles, ratios inside one run.

export interface Timing {
  readonly median: number;
  readonly p95: number;
}

/** Milliseconds. @throws RangeError for no sample at all. */
export function timingOf(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    if (value === undefined) {
      throw new RangeError('no samples');
    }
    return value;
  };
  return { median: at(0.5), p95: at(0.95) };
}

/** Runs `work` so many times after a warm-up and times each run. */
export async function repeat(times: number, work: (round: number) => unknown): Promise<Timing> {
  const samples: number[] = [];
  for (let round = -2; round < times; round += 1) {
    const started = performance.now();
    await work(round);
    if (round >= 0) {
      samples.push(performance.now() - started);
    }
  }
  return timingOf(samples);
}

export function row(name: string, value: string): void {
  console.log(`${name}: ${value}`);
}

export function timingRow(name: string, { median, p95 }: Timing): void {
  row(name, `median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
}

export function ratioRow(name: string, a: Timing, b: Timing): void {
  row(
    name,
    `${(a.median / b.median).toFixed(2)} x (median ${a.median.toFixed(1)} ms against ${b.median.toFixed(1)} ms)`,
  );
}
