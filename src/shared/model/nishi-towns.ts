// The towns (町名) of Osaka's Nishi ward with their readings, all of them divided into 丁目. Public facts; nothing about people.

/** Written form and reading, for the order of a round. */
export const NISHI_TOWNS = [
  ['阿波座', 'あわざ'],
  ['安治川', 'あじがわ'],
  ['立売堀', 'いたちぼり'],
  ['靱本町', 'うつぼほんまち'],
  ['江戸堀', 'えどぼり'],
  ['江之子島', 'えのこじま'],
  ['川口', 'かわぐち'],
  ['北堀江', 'きたほりえ'],
  ['京町堀', 'きょうまちぼり'],
  ['九条', 'くじょう'],
  ['九条南', 'くじょうみなみ'],
  ['境川', 'さかいがわ'],
  ['新町', 'しんまち'],
  ['千代崎', 'ちよざき'],
  ['土佐堀', 'とさぼり'],
  ['西本町', 'にしほんまち'],
  ['本田', 'ほんでん'],
  ['南堀江', 'みなみほりえ'],
] as const satisfies readonly (readonly [name: string, reading: string])[];
