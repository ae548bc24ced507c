// Which 地域 a package is of, and how that is called: told apart by the id in the labels, never by the name. Two of one name stay two.
import type { PackageContent } from './read-package.ts';

export interface OpenedPackage extends PackageContent {
  readonly id: string;
  readonly folderName: string;
}

/** A 地域 as the ward knows it. */
export interface WardRegister {
  readonly id: string;
  /** As its latest package says; with a mark where another 地域 is called the same. */
  readonly name: string;
  readonly plainName: string;
  /** Names that it had before, the latest first. */
  readonly formerNames: readonly string[];
}

export interface WardPackage extends OpenedPackage {
  readonly register: WardRegister;
}

/** Without labels nothing says whose it is: the folder stands for a 地域, of which no other package is. No id has a blank in it. */
export const registerIdOf = ({ labels, folderName }: OpenedPackage): string =>
  labels?.register ?? `folder ${folderName}`;

const ownName = ({ labels, folderName }: OpenedPackage): string => labels?.registerName ?? folderName;

/** What looks the same to a reader: width, spaces and signs that are not seen do not count. */
const looksOf = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase();

const dayOf = ({ labels, period, publication }: OpenedPackage): string =>
  `${labels?.madeOn ?? ''} ${period} ${publication}`;

/** The latest first, each once. */
function namesOf(packages: readonly OpenedPackage[]): readonly string[] {
  return [...new Set(packages.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1)).map(ownName))];
}

const FEWEST_SIGNS = 4;

/** So much of each id that it tells them apart: the same in every month, whatever else is open. */
function markOf(id: string, others: readonly string[]): string {
  if (id.includes(' ')) return 'フォルダの名前';
  let signs = FEWEST_SIGNS;
  while (others.some((one) => one.startsWith(id.slice(0, signs))) && signs < id.length) signs += 1;
  return `台帳 ${id.slice(0, signs)}`;
}

/** Registers that are called the same, each list with two at least. */
export const namesakesIn = (registers: readonly WardRegister[]): readonly (readonly WardRegister[])[] =>
  [...Map.groupBy(registers, ({ plainName }) => looksOf(plainName)).values()].filter(({ length }) => length > 1);

/** Every package with its register. */
export function withRegisters(packages: readonly OpenedPackage[]): readonly WardPackage[] {
  const plain = [...Map.groupBy(packages, registerIdOf)].map(([id, own]): WardRegister => {
    const [plainName = '', ...formerNames] = namesOf(own);
    return { id, name: plainName, plainName, formerNames };
  });
  const marked = namesakesIn(plain).flatMap((same) =>
    same.map((one): readonly [string, WardRegister] => {
      const others = same.map(({ id }) => id).filter((id) => id !== one.id);
      return [one.id, { ...one, name: `${one.plainName}（${markOf(one.id, others)}）` }];
    }),
  );
  const byId = new Map([...plain.map((one) => [one.id, one] as const), ...marked]);
  return packages.flatMap((one) => {
    const register = byId.get(registerIdOf(one));
    return register === undefined ? [] : [{ ...one, register }];
  });
}

/** Each once, in the order of the packages. */
export const registersOf = (packages: readonly WardPackage[]): readonly WardRegister[] => [
  ...new Map(packages.map(({ register }) => [register.id, register])).values(),
];

export const registerNames = (packages: readonly WardPackage[]): readonly string[] =>
  registersOf(packages).map(({ name }) => name);

/** 「中央地域（旧：中部地域）」 */
export const nameWithFormer = ({ name, formerNames }: WardRegister): string =>
  formerNames.length === 0 ? name : `${name}（旧：${formerNames.join('、')}）`;
