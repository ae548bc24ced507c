// A few of the full disks of `npm run torture`, and its control. Needs the right to mount; elsewhere it says in one line that it was skipped.
import { afterAll, describe, expect, it } from 'vitest';
import { enterCarelessly, fillDisk, mountSmallDisk, type SmallDisk } from '#tests/torture/full-disk.ts';

const disk = mountSmallDisk();
if (disk === null) {
  process.stdout.write('skipped: the full disk (mounting a small file system is not allowed here)\n');
}
afterAll(() => disk?.unmount());

describe.runIf(disk !== null)('a disk that fills up while people are entered', () => {
  it('refuses writes as such wherever it is full, loses nothing, and takes them again when there is space', async () => {
    const found = await fillDisk(disk as SmallDisk, 6);
    expect(found).toMatchObject({ trials: 6, misnamed: 0, lost: 0, stuck: 0 });
    expect(found.acknowledged).toBeGreaterThan(30);
    expect(found.refused).toBeGreaterThan(0);
  });

  it('shows who says that everything was written: the control', async () => {
    expect((await fillDisk(disk as SmallDisk, 1, enterCarelessly)).lost).toBeGreaterThan(0);
  });
});
