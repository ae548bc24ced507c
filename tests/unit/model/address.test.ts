// All places are invented, in towns that exist.
import { describe, expect, it } from 'vitest';
import { addressSearchForm, normalizeAddress, roundKey, splitAddress } from '#shared/model/address.ts';
import { formatBuilding, splitBuilding } from '#shared/model/building.ts';

describe('an address', () => {
  it.each([
    '南堀江1丁目6-5',
    '南堀江１－６－５',
    '南堀江1-6-5',
    '南堀江１丁目６番５号',
    '南堀江一丁目6番5号',
    '南堀江一丁目六番五号',
    '南堀江1丁目6番地5',
    '南堀江1丁目6番地の5',
    '南堀江1ー6ー5',
    '南堀江 1−6−5',
    '大阪市西区南堀江1-6-5',
    '大阪府大阪市西区南堀江1-6-5',
    '西区南堀江1-6-5',
    ' 大阪市西区　南堀江１丁目 6-5 ',
  ])('%s has one form', (text) => {
    expect(normalizeAddress(text)).toBe('南堀江1丁目6-5');
  });

  it.each([
    ['九条南三丁目16-28', '九条南3丁目16-28'],
    ['九条十一丁目', '九条11丁目'],
    ['靭本町2-3', '靭本町2丁目3'],
    ['新町4', '新町4丁目'],
    ['大阪市港区試岡1-2-3', '大阪市港区試岡1丁目2-3'],
    ['堺市試町12-3', '堺市試町12-3'],
    ['南堀江1-6-5 パークハイツ802', '南堀江1丁目6-5 パークハイツ802'],
    ['南堀江1丁目6番5号パークハイツ802', '南堀江1丁目6-5 パークハイツ802'],
    ['南堀江1-6-5-802', '南堀江1丁目6-5-802'],
    ['公園の近く', '公園の近く'],
    ['', ''],
  ])('%s becomes %s', (text, address) => {
    expect(normalizeAddress(text)).toBe(address);
  });

  it('comes apart into postal code, address and the rest', () => {
    expect(splitAddress('〒550-0015 大阪市西区南堀江1-6-5 シャトー①番館805')).toEqual({
      postalCode: '550-0015',
      address: '南堀江1丁目6-5',
      rest: 'シャトー①番館805',
    });
    expect(splitAddress('南堀江1丁目')).toEqual({ postalCode: null, address: '南堀江1丁目', rest: '' });
  });

  it('normalised once more stays the same', () => {
    for (const text of ['南堀江１－６－５', '靭本町2-3', '南堀江1-6-5 パークハイツ802', '堺市試町12-3', '新町4']) {
      const once = normalizeAddress(text);
      expect(normalizeAddress(once)).toBe(once);
    }
  });

  it('is searched in one form', () => {
    expect(addressSearchForm('大阪市西区南堀江一丁目６番５号')).toBe('南堀江1-6-5');
    expect(addressSearchForm('南堀江1-6-5')).toBe('南堀江1-6-5');
    expect(addressSearchForm('南堀江1丁目')).toBe('南堀江1-');
  });
});

describe('building and room', () => {
  it.each([
    ['市営住宅3号棟1302', '市営住宅', '3号棟', 13, '1302'],
    ['市営住宅３号棟１３０２', '市営住宅', '3号棟', 13, '1302'],
    ['市営住宅 3号棟 1302号室', '市営住宅', '3号棟', 13, '1302'],
    ['市営住宅3-1302', '市営住宅', '3', 13, '1302'],
    ['シャトー①番館805', 'シャトー①番館', null, 8, '805'],
    ['ﾒｿﾞﾝ・ﾄﾞ・ﾘﾍﾞﾙ805', 'ﾒｿﾞﾝ・ﾄﾞ・ﾘﾍﾞﾙ', null, 8, '805'],
    ['コーポ西107', 'コーポ西', null, 1, '107'],
    ['コーポ西107号', 'コーポ西', null, 1, '107'],
    ['コーポ西 5号室', 'コーポ西', null, null, '5'],
    ['㈱大西ビル1006', '㈱大西ビル', null, 10, '1006'],
    ['大西ビル3階', '大西ビル', null, 3, null],
    ['大西ビル3F', '大西ビル', null, 3, null],
    ['大西ビルB1F', '大西ビル', null, -1, null],
    ['大西ビル地下1階', '大西ビル', null, -1, null],
    ['大西ビル3階302号室', '大西ビル', null, 3, '302'],
    ['レジデンス試　A棟 504', 'レジデンス試', 'A棟', 5, '504'],
    ['試ハイツ東棟201', '試ハイツ', '東棟', 2, '201'],
    ['パークハイツ #203', 'パークハイツ', null, 2, '203'],
    ['パークハイツ　12', 'パークハイツ', null, null, '12'],
    ['パークハイツ501-2', 'パークハイツ', null, 5, '501-2'],
    ['パークハイツ2', 'パークハイツ2', null, null, null],
    ['グランドメゾン21', 'グランドメゾン21', null, null, null],
    ['805', '', null, 8, '805'],
    ['3号棟805', '', '3号棟', 8, '805'],
    ['一戸建て', '一戸建て', null, null, null],
    ['', '', null, null, null],
  ])('%s comes apart', (text, building, wing, floor, room) => {
    expect(splitBuilding(text)).toEqual({ building, wing, floor, room });
  });

  it('is shown in one line, with the floor where the room does not tell it', () => {
    expect(formatBuilding({ building: '市営住宅', wing: '3号棟', floor: 13, room: '1302' })).toBe(
      '市営住宅 3号棟 1302',
    );
    expect(formatBuilding({ building: '大西ビル', wing: null, floor: 3, room: null })).toBe('大西ビル 3階');
    expect(formatBuilding({ building: '大西ビル', wing: null, floor: -1, room: '12' })).toBe('大西ビル 地下1階 12');
    expect(formatBuilding({ building: '', wing: null, floor: null, room: null })).toBe('');
  });
});

describe('the order of a round', () => {
  it('goes by town, 丁目, 番, 号, building, wing, floor and room', () => {
    const inOrder = [
      { address: '立売堀2丁目1-1' },
      { address: '北堀江1丁目2-3' },
      { address: '新町2丁目1-1' },
      { address: '新町10丁目1-1' },
      { address: '南堀江1丁目6' },
      { address: '南堀江1丁目6-5' },
      { address: '南堀江1丁目6-5', building: '試住宅', wing: '3号棟', floor: 2, room: '203' },
      { address: '南堀江１－６－５', building: '試住宅3号棟1302' },
      { address: '南堀江1丁目6-5', building: '試住宅12号棟', floor: 1, room: '101' },
      { address: '南堀江1丁目6-12' },
      { address: '南堀江1丁目16-2' },
      { address: '大阪市港区試岡1丁目2-3' },
      { address: '' },
    ];
    const keys = inOrder.map(roundKey);
    expect([...keys].sort()).toEqual(keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(roundKey({ address: '立売堀6丁目1-1' }) < roundKey({ address: '靭本町1丁目9-1' })).toBe(true);
    expect(roundKey({ address: '靱本町1丁目9-1' })).toBe(roundKey({ address: '靭本町1丁目9-1' }));
  });

  it('puts floors and rooms of one house one above the other', () => {
    const at = (building: string) => roundKey({ address: '新町1丁目1-1', building });
    const inOrder = ['試ビル地下1階', '試ビル1階', '試ビル201', '試ビル203', '試ビル3階', '試ビル1001'];
    expect([...inOrder].sort((a, b) => (at(a) < at(b) ? -1 : 1))).toEqual(inOrder);
    expect(at('試ビル805')).toBe(roundKey({ address: '新町1-1-1 試ビル805' }));
    expect(at('試ビル805')).toBe(roundKey({ address: '新町1-1-1', building: '試ビル', room: '805' }));
  });
});
