// Throws dice that fall the same way in every run, so that the invented ward is the same ward each time. Never used for secrets.

export interface Dice {
  /** 0 to below 1. */
  roll(): number;
  /** 0 to `sides` - 1. */
  below(sides: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** True so many times in a hundred. */
  chance(percent: number): boolean;
}

/** mulberry32: 32 bits of state are plenty for a stage set. */
export function createDice(seed: number): Dice {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (sides: number) => Math.floor(roll() * sides);
  return {
    roll,
    below,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) {
        throw new RangeError('nothing to pick from');
      }
      return value;
    },
    chance: (percent) => roll() * 100 < percent,
  };
}
