// Somebody is erased: of canaries in every text of theirs, none is in a page of the register afterwards, decrypted and looked at without
// SQLite, free pages too. Before, the same look must have found every one.

import { erase, foundIn, personWithEverything, plantCanaries } from '#tests/support/erased-person.ts';
import { decryptedPages } from '#tests/support/raw-register.ts';
import { openTestRegister } from '#tests/support/test-register.ts';
import { control, figure, type Trial, zero } from './report.ts';

const NAME = '廃棄野 かなりあ';
/** What all canaries begin with, and the name: a rest of a page would hold them when it holds no whole canary. */
const PARTS = ['金糸雀', NAME];

export interface Erasures {
  readonly people: number;
  readonly planted: number;
  /** Of those, in the pages before: the control. */
  readonly before: number;
  /** Canaries, beginnings of canaries and names in the pages afterwards. */
  readonly after: number;
}

/** Each in a register of its own, beside somebody who stays. */
export async function erasePeople(people: number): Promise<Erasures> {
  const sum = { people, planted: 0, before: 0, after: 0 };
  for (let n = 0; n < people; n += 1) {
    const register = await openTestRegister({ today: '2026-10-15' });
    const personId = await personWithEverything(register, NAME);
    await personWithEverything(register, '架空 残る子');
    const planted = await plantCanaries(register, personId);
    sum.planted += planted.length;
    sum.before += foundIn(await decryptedPages(register.folder), planted).length;
    await erase(register, [personId]);
    sum.after += foundIn(await decryptedPages(register.folder), [...planted, ...PARTS]).length;
    register.close();
  }
  return sum;
}

export const erasure: Trial = {
  name: 'erasure',
  title: 'somebody is erased: what is left of them in the pages of the register',
  async rows(scale) {
    const found = await erasePeople(scale === 'long' ? 100 : 5);
    return [
      figure("person's erasure, people", found.people),
      figure("person's erasure, canaries planted", found.planted),
      zero("person's erasure, canaries in decrypted pages", found.after),
      control("person's erasure, canaries in decrypted pages before it", found.before),
      zero("person's erasure, canaries that the look before it missed", found.planted - found.before),
    ];
  },
};
